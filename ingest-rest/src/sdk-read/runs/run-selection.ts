import { formatInstant } from '@runlight/run-model';
import { parseLangsmithFilter, toFilterInput } from '@runlight/run-model/filter';
import type { RunFilterInput } from '@runlight/run-model/filter';
import { invalidInput } from '@runlight/service';
import { count, flag, instantUs, text, uuid, uuids } from '../read-values.ts';
import type { Source } from '../read-values.ts';

/** Which runs a body of the protocol asks for (§4.2), as arguments of the graph. */
export interface RunSelection {
  projectIds: string[] | undefined;
  /** Exactly these runs; the rest of the selection does not matter then. */
  ids: string[];
  traceUuid: string | undefined;
  filter: RunFilterInput;
  /** When the traces started; undefined is the graph's default, the last day. */
  timeRange: { from?: string; to?: string } | undefined;
}

/** Longer than traces run: how far before a run its trace may have started. */
const longestTraceUs = 7 * 24 * 3_600_000_000;

/** Names of the two generations for the same thing. */
const names = {
  classic: { projects: 'session', trace: 'trace', example: 'reference_example', ids: 'id' },
  modern: {
    projects: 'project_ids',
    trace: 'trace_id',
    example: 'reference_examples',
    ids: 'ids',
  },
} as const;

export function readRunSelection(
  body: Source,
  generation: keyof typeof names = 'classic',
): RunSelection {
  const wire = names[generation];
  const projectIds = uuids(body, wire.projects);
  const ids = uuids(body, wire.ids);
  const traceUuid = uuid(body, wire.trace);
  const from = instantUs(body, generation === 'classic' ? 'start_time' : 'min_start_time');
  const to = instantUs(body, generation === 'classic' ? 'end_time' : 'max_start_time');
  const filters = [
    ...languageFilters(body),
    ...fieldFilters(body, wire.example),
    ...(from === undefined ? [] : [{ startedAt: { gte: formatInstant(from) } }]),
    ...(to === undefined ? [] : [{ startedAt: { lte: formatInstant(to) } }]),
  ];
  return {
    projectIds: projectIds.length > 0 ? projectIds : undefined,
    ids,
    traceUuid,
    filter: filters.length === 0 ? {} : { and: filters },
    timeRange: {
      ...(from !== undefined && { from: formatInstant(Math.max(from - longestTraceUs, 0)) }),
      // A run may start before the trace that it belongs to says it did, but hardly by hours.
      ...(to !== undefined && { to: formatInstant(to + 3_600_000_000) }),
    },
  };
}

/** `filter` on the run, `trace_filter` on its root, `tree_filter` on any run of its trace. */
function languageFilters(body: Source): RunFilterInput[] {
  const filters: RunFilterInput[] = [];
  const read = (name: string) => {
    const content = text(body, name, 100_000);
    return content === undefined ? undefined : toFilterInput(parseLangsmithFilter(content));
  };
  const [own, trace, tree] = [read('filter'), read('trace_filter'), read('tree_filter')];
  if (own) filters.push(own);
  if (trace) filters.push({ trace });
  if (tree) filters.push({ tree });
  for (const name of ['query', 'search_filter']) {
    const words = text(body, name);
    if (words !== undefined) filters.push({ search: words });
  }
  return filters;
}

const runTypes = ['CHAIN', 'LLM', 'TOOL', 'RETRIEVER', 'EMBEDDING', 'PROMPT', 'PARSER'] as const;

function fieldFilters(body: Source, exampleName: string): RunFilterInput[] {
  const filters: RunFilterInput[] = [];
  const isRoot = flag(body, 'is_root');
  if (isRoot !== undefined) filters.push({ isRoot });
  // Of old: 1 is the root, which ran first.
  const order = count(body, 'execution_order', { least: 1, most: 2, fallback: 0 });
  if (order > 0) filters.push({ isRoot: order === 1 });
  const type = text(body, 'run_type')?.toUpperCase();
  if (type !== undefined) filters.push({ runType: { eq: requireRunType(type) } });
  const hasError = flag(body, 'error') ?? flag(body, 'has_error');
  if (hasError !== undefined) filters.push({ error: { exists: hasError } });
  const parent = uuid(body, 'parent_run');
  if (parent !== undefined) filters.push({ parentId: { eq: parent } });
  const examples = uuids(body, exampleName);
  if (examples.length > 0) filters.push({ referenceExampleId: { in: examples } });
  return filters;
}

function requireRunType(type: string): (typeof runTypes)[number] {
  const known = runTypes.find((name) => name === type);
  if (!known) throw invalidInput('run_type is not one of the run types');
  return known;
}

/** The filter of statistics, which take runs and traces by filter as well. */
export function filterOfAll({ filter, ids, traceUuid }: RunSelection): RunFilterInput {
  const filters = [
    filter,
    ...(ids.length > 0 ? [{ id: { in: ids } }] : []),
    ...(traceUuid === undefined ? [] : [{ traceId: { eq: traceUuid } }]),
  ];
  return filters.length === 1 ? filter : { and: filters };
}
