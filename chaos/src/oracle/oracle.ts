import type { Lab } from '../lab/lab.ts';
import { acceptedStep, isCertain, lastStep } from '../load/book.ts';
import type { Book, RunRecord } from '../load/book.ts';
import { readStored } from './stored.ts';
import type { Stored, StoredRun } from './stored.ts';

/** What the stores hold, held against what was accepted. Ids are examples, at most a few. */
export interface Verdict {
  runs: number;
  operations: number;
  /** Accepted and not there. */
  lost: string[];
  /** There, but older than what was accepted, or newer than anything that was sent. */
  stale: string[];
  /** The same run under two keys. */
  duplicated: string[];
  /** Runs that nobody sent. */
  unknown: string[];
  /** Accepted batches without a line in the ledger. */
  unrecorded: string[];
  /** Sentences about sums that do not agree. */
  differences: string[];
}

/** Everything that may not be, one sentence each; empty when all is well. */
export const faultsOf = (verdict: Verdict): string[] => [
  ...listed('lost', verdict.lost),
  ...listed('stale', verdict.stale),
  ...listed('duplicated', verdict.duplicated),
  ...listed('sent by nobody', verdict.unknown),
  ...listed('batches not in the ledger', verdict.unrecorded),
  ...verdict.differences,
];

const listed = (what: string, ids: string[]) =>
  ids.length === 0 ? [] : [`${ids.length} ${what}: ${ids.slice(0, 5).join(', ')}`];

/** Reads all of the load's workspaces. The stack must be quiet. */
export async function judge(
  lab: Pick<Lab, 'clickhouse' | 'database'>,
  book: Book,
): Promise<Verdict> {
  const verdict: Verdict = {
    runs: 0,
    operations: book.operations,
    lost: [],
    stale: [],
    duplicated: [],
    unknown: [],
    unrecorded: [],
    differences: [],
  };
  const recorded = new Set<string>();
  for (const [workspaceId, records] of byWorkspace(book)) {
    const stored = await readStored(lab, workspaceId);
    for (const id of stored.ledger.batches) recorded.add(id);
    judgeRuns(verdict, records, stored);
    judgeFeedback(verdict, workspaceId, book, stored);
    verdict.differences.push(...sums(workspaceId, records, stored));
  }
  verdict.unrecorded = [...book.batchIds].filter((id) => !recorded.has(id));
  return verdict;
}

function byWorkspace({ runs }: Book): Map<string, RunRecord[]> {
  return Map.groupBy(runs.values(), ({ workspaceId }) => workspaceId);
}

function judgeRuns(verdict: Verdict, records: RunRecord[], stored: Stored): void {
  const found = new Map<string, StoredRun>();
  for (const run of stored.runs) {
    if (found.has(run.id)) verdict.duplicated.push(run.id);
    found.set(run.id, run);
  }
  verdict.runs += stored.runs.length;
  for (const record of records) {
    const run = found.get(record.id);
    found.delete(record.id);
    if (record.isPoison) continue;
    const wanted = acceptedStep(record);
    if (!run) {
      if (wanted !== undefined) verdict.lost.push(record.id);
    } else if (!agrees(record, run, stored.outputSteps.get(record.id))) {
      verdict.stale.push(record.id);
    }
  }
  verdict.unknown.push(...found.keys());
}

/** Whether a stored run is what its record allows: a step in doubt may be there or not. */
function agrees(record: RunRecord, run: StoredRun, outputStep: number | undefined): boolean {
  const wanted = acceptedStep(record) ?? -1;
  const possible = new Set([...record.accepted, ...record.unknown]);
  if (!possible.has(run.step) || run.step < wanted) return false;
  if ((run.step > 0 || outputStep !== undefined) && outputStep !== run.step) return false;
  const hasEnded = run.step === lastStep;
  const tokens = hasEnded ? record.tokens.input + record.tokens.output : 0;
  const mayBePartial = !record.accepted.has(0);
  return run.isEnded === hasEnded && run.tokens === tokens && (mayBePartial || !run.isPartial);
}

function judgeFeedback(
  verdict: Verdict,
  workspaceId: string,
  { feedback }: Book,
  stored: Stored,
): void {
  const found = new Map(stored.feedback.map((each) => [each.id, each]));
  if (found.size < stored.feedback.length) verdict.differences.push('feedback is there twice');
  for (const each of feedback.values()) {
    if (each.workspaceId !== workspaceId) continue;
    const row = found.get(each.id);
    if (!row) {
      if (each.isAccepted) verdict.lost.push(`feedback ${each.id}`);
    } else if (row.score !== each.score || row.runId !== each.runId) {
      verdict.stale.push(`feedback ${each.id}`);
    }
  }
}

/** Counters that must agree to the last operation. */
function sums(workspaceId: string, records: RunRecord[], stored: Stored): string[] {
  const differences: string[] = [];
  const equal = (what: string, actual: number, expected: number) => {
    if (actual !== expected) {
      differences.push(`workspace ${workspaceId}: ${what}: ${actual} instead of ${expected}`);
    }
  };
  const { ledger, deadLetters, usage } = stored;
  const storedOperations = stored.events + stored.feedbackEvents;
  equal('usage counter against the ledger', usage, ledger.operations);
  // The audit's identity (D2): whatever was recorded is stored or dead.
  equal(
    'stored and dead operations against the ledger',
    storedOperations + deadLetters.length,
    ledger.operations,
  );
  equal('dead letters against the ledger', deadLetters.length, ledger.dead);
  const poison = records.filter(({ isPoison }) => isPoison);
  const sure = poison.filter(({ accepted }) => accepted.size > 0);
  const buried = new Set(deadLetters.map(({ runId }) => runId));
  for (const { id } of sure) if (!buried.has(id)) differences.push(`poison ${id} is not dead`);
  const planted = new Set(poison.map(({ id }) => id));
  const innocent = deadLetters.filter(({ runId }) => runId === null || !planted.has(runId));
  equal('dead letters that are not planted poison', innocent.length, 0);

  const certain = records.filter((record) => isCertain(record) && !record.isPoison);
  const ids = new Set(certain.map(({ id }) => id));
  const expectedTokens = certain
    .filter(({ accepted }) => accepted.has(lastStep))
    .reduce((sum, { tokens }) => sum + tokens.input + tokens.output, 0);
  const storedTokens = stored.runs
    .filter(({ id }) => ids.has(id))
    .reduce((sum, { tokens }) => sum + tokens, 0);
  equal('tokens', storedTokens, expectedTokens);
  return differences;
}
