import type { RunEnvelope, RunEvent, RunState, RunStatus } from './run.ts';

/**
 * The run that a set of events describes. Order and repetition of the events do not matter: they are
 * first put into the order in which they count. An update counts over a create whatever came first,
 * among equals the higher accept sequence does; null and absent never clear a value.
 */
export function foldRun(events: readonly RunEvent[]): RunState {
  const ordered = inOrder(events);
  const run: RunEnvelope = {};
  let status: RunStatus = 'pending';
  let isPartial = true;
  let highest = 0n;
  let lowest = ordered[0]?.sequence ?? 0n;
  for (const { kind, envelope, sequence } of ordered) {
    if (kind === 'create') isPartial = false;
    if (sequence > highest) highest = sequence;
    if (sequence < lowest) lowest = sequence;
    takeFields(run, envelope);
    status = statusAfter(status, envelope);
  }
  takeResponse(run);
  const isEnded = status !== 'pending';
  return Object.assign(run, {
    status,
    isPartial,
    acceptedAtUs: Number(lowest >> 8n),
    version: runVersion({ isEnded, sequence: highest, events: ordered.length }),
  });
}

/** Creates first, then by sequence; each event once. */
function inOrder(events: readonly RunEvent[]): RunEvent[] {
  if (events.length < 2) return [...events];
  const sorted = events.toSorted(compare);
  return sorted.filter((event, index) => index === 0 || compare(sorted[index - 1]!, event) !== 0);
}

/** The batch breaks a tie: two ingest processes may have given out the same number. */
function compare(a: RunEvent, b: RunEvent): number {
  if (a.kind !== b.kind) return a.kind === 'create' ? -1 : 1;
  if (a.sequence !== b.sequence) return a.sequence < b.sequence ? -1 : 1;
  if (a.batchId === b.batchId) return 0;
  return a.batchId < b.batchId ? -1 : 1;
}

/** `status` is not taken: it is worked out from all events. */
function takeFields(run: RunEnvelope, envelope: RunEnvelope): void {
  for (const name in envelope) {
    const field = name as keyof RunEnvelope;
    const value = envelope[field];
    if (field === 'status') continue;
    if (value === undefined || value === null) {
      // Says "this is a root", but never against a parent that somebody named.
      if (field === 'parentRunId' && value === null) run.parentRunId ??= null;
    } else if (field === 'tags' || field === 'warnings') {
      run[field] = union(run[field], value as string[]);
    } else if (field === 'metadata') {
      run.metadata = mergeKeys(run.metadata, envelope.metadata!);
    } else if (field === 'usage' || field === 'costUsd') {
      run[field] = mergeKeys(run[field], envelope[field]!);
    } else if (field === 'attachments') {
      run.attachments = mergeKeys(run.attachments, envelope.attachments!);
    } else {
      (run as Record<string, unknown>)[field] = value;
    }
  }
}

/**
 * Only a model call is billed for what its response counts: a chain that hands on the response of a call
 * inside it would count it again.
 */
function takeResponse(run: RunEnvelope): void {
  const { response } = run;
  if (!response) return;
  delete run.response;
  if (run.runType !== 'llm' && run.runType !== 'embedding') return;
  if (response.usage) run.usage ??= response.usage;
  if (response.model !== undefined) run.model ??= response.model;
  if (response.costUsd) run.costUsd ??= response.costUsd;
}

/** As many as one operation may carry. */
const maxTags = 1000;

function union(known: string[] | undefined, added: string[]): string[] {
  if (known === undefined) return added.length < 2 ? added : [...new Set(added)];
  return [...new Set([...known, ...added])].slice(0, maxTags);
}

/** The objects of events are shared, not copied, until there is something to merge. */
function mergeKeys<T>(
  known: Record<string, T> | undefined,
  added: Record<string, T>,
): Record<string, T> {
  if (known === undefined) return added;
  // Without a prototype, `__proto__` is a key like any other.
  const merged = Object.create(null) as Record<string, T>;
  for (const source of [known, added]) {
    for (const key in source) {
      const value = source[key];
      if (value !== undefined && value !== null) merged[key] = value;
    }
  }
  return merged;
}

/** A run that has ended stays so: `pending` is what every create says. */
function statusAfter(
  status: RunStatus,
  { status: given, error, endTimeUs }: RunEnvelope,
): RunStatus {
  if (given === 'success' || given === 'error') return given;
  if (error) return 'error';
  return endTimeUs !== undefined && endTimeUs !== null && status === 'pending' ? 'success' : status;
}

/**
 * Version of the `runs` row, which must grow strictly with the set of events it is folded from: a row
 * folded from more events must win whenever it was written.
 *
 *   4 bits   completeness: 0 pending, 1 ended (2 is kept for corrections by people)
 *   52 bits  highest sequence without its low 8 bits, that is the microsecond of acceptance
 *   8 bits   number of events, at most 255
 *
 * The count is what tells {update} from {earlier create, update}: their highest sequence is the same.
 * It takes the place of the counter within a microsecond, which decides nothing here.
 */
export function runVersion({
  isEnded,
  sequence,
  events,
}: {
  isEnded: boolean;
  sequence: bigint;
  events: number;
}): bigint {
  const completeness = isEnded ? 1n : 0n;
  return (completeness << 60n) | (sequence & ~0xffn) | BigInt(Math.min(events, 255));
}

/** Version of a `run_payloads` row: the bytes of an update count over those of a create. */
export const payloadVersion = (kind: RunEvent['kind'], sequence: bigint): bigint =>
  (kind === 'update' ? 1n << 60n : 0n) | sequence;
