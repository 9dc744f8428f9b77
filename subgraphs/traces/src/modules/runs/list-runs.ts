import { conjuncts } from '@runlight/run-model';
import type { RunKey } from '@runlight/run-model';
import { isIndexed, payloadCandidates } from '@runlight/clickhouse/run-filter';
import type { ListStore } from './list-store.ts';
import type { RunRow } from './run-row.ts';
import type { Selection } from './selection-sql.ts';
import { isNarrow, spanBehind, windowsOf } from './time-windows.ts';

/** At most `limit` runs of the selection in its order, found window by window. */
export async function listRuns(
  store: ListStore,
  selection: Selection,
  limit: number,
  nowUs: number,
): Promise<RunRow[]> {
  const { after, direction, scope } = selection;
  // Known runs and one trace are few enough for one statement.
  if (scope.kind === 'runs' || scope.kind === 'trace') return store.runs(selection, limit);
  const span = after ? spanBehind(selection.span, direction, after.traceStartUs) : selection.span;
  let anchorUs = after?.traceStartUs;
  if (anchorUs === undefined && direction === 'ASC') {
    anchorUs = span.fromUs ?? (await store.oldestTraceStart(scope));
    if (anchorUs === undefined) return [];
  }
  anchorUs ??= Math.min(span.toUs ?? nowUs, nowUs);
  const found: RunRow[] = [];
  // One thread is found by its index, wherever it lies.
  const windows = isOfOneThread(selection) ? [span] : windowsOf(span, direction, anchorUs);
  for (const window of windows) {
    found.push(
      ...(await listWindow(
        store,
        { ...selection, span: window, within: selection.span },
        limit - found.length,
        nowUs,
      )),
    );
    if (found.length >= limit) break;
  }
  return found;
}

async function listWindow(
  store: ListStore,
  selection: Selection,
  limit: number,
  nowUs: number,
): Promise<RunRow[]> {
  const having = payloadCandidates(selection.filter);
  if (having) {
    return verifyCandidates(
      store,
      selection,
      limit,
      (rest, size) => store.payloadCandidates(rest, having, size),
      candidateBatches,
    );
  }
  if (!isOfOneThread(selection) && isNarrow(selection.span, nowUs)) {
    return store.runs(selection, limit);
  }
  // Over a long time, first find which runs match, without reading what only their display needs.
  return isIndexed(selection.filter) || isOfOneThread(selection)
    ? verifyCandidates(store, selection, limit, store.candidates, candidateBatches)
    : verifyCandidates(store, selection, limit, store.keys, [limit]);
}

const isOfOneThread = ({ filter }: Selection): boolean =>
  conjuncts(filter).some(
    (part) => part.kind === 'text' && part.field === 'threadId' && part.operator === 'eq',
  );

/** Sizes of the rounds; when few candidates hold, one statement over the whole window ends it. */
const candidateBatches = [200, 500];

/**
 * Candidates in the order of the list, then those of them that match in their current version
 * (trace-store §5). Exact, as every match is among the candidates.
 */
async function verifyCandidates(
  store: ListStore,
  selection: Selection,
  limit: number,
  candidates: (rest: Selection, size: number) => Promise<RunKey[]>,
  batches: number[],
): Promise<RunRow[]> {
  const found: RunRow[] = [];
  const take = (runs: readonly RunRow[]) =>
    found.push(...withoutKnownTraces(selection, found, runs));
  let rest = selection;
  for (const size of batches) {
    const keys = await candidates(rest, size);
    const last = keys.at(-1);
    for (const lot of lotsOf(keys, limit)) {
      if (found.length < limit) take(await store.verify(selection, lot, limit - found.length));
    }
    if (!last || keys.length < size || found.length >= limit) return found;
    rest = { ...rest, after: last };
  }
  take(await store.runs(rest, limit - found.length));
  return found;
}

/** Mostly nearly all hold: first about as many as are wanted, as words are sought in whole payloads. */
function lotsOf(keys: readonly RunKey[], wanted: number): (readonly RunKey[])[] {
  const first = Math.ceil(wanted * 1.25);
  return [keys.slice(0, first), keys.slice(first)].filter((lot) => lot.length > 0);
}

/** A later round may find another run of a trace that an earlier one has found. */
function withoutKnownTraces(
  { isPerTrace }: Selection,
  known: readonly RunRow[],
  runs: readonly RunRow[],
): readonly RunRow[] {
  if (!isPerTrace || known.length === 0) return runs;
  const traces = new Set(known.map(traceText));
  return runs.filter((run) => !traces.has(traceText(run)));
}

const traceText = ({ key }: RunRow): string => `${key.projectId} ${key.traceId}`;
