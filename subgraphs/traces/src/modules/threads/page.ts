import { argumentsHash, decodeCursor, encodeCursor, pageSize } from '@runlight/graphql';
import type { Cursor } from '@runlight/graphql';
import { allOf } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';
import type {
  RunFilter as RunFilterInput,
  SortDirection,
  TimeRange,
} from '../../__generated__/resolvers.ts';
import { readRunFilter } from '../filter/filter-input.ts';
import { badCursor, countLimit, estimate } from '../runs/read-list.ts';
import type { ConnectionMapper } from '../runs/mappers.ts';
import { spanOfList } from '../runs/time-windows.ts';
import type {
  Activity,
  ActivityKind,
  ActivityPosition,
  ActivitySelection,
  ActivityStore,
} from './activity-store.ts';
import { listActivity } from './list-activity.ts';

export interface ActivityArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: RunFilterInput | null | undefined;
  nameContains?: string | null | undefined;
  timeRange?: TimeRange | null | undefined;
  direction?: SortDirection | null | undefined;
}

const maxNameLength = 256;

/** Groups of a project by their newest trace, a page of them. */
export async function pageOfActivity(
  store: ActivityStore,
  kind: ActivityKind,
  projectId: string,
  args: ActivityArgs,
  nowUs = Date.now() * 1000,
): Promise<ConnectionMapper<Activity>> {
  const { first, after, timeRange } = args;
  const size = pageSize(first);
  const direction = args.direction ?? 'DESC';
  const nameContains = readName(args.nameContains);
  const filter = readRunFilter(args.filter);
  const hash = argumentsHash([
    kind,
    projectId,
    filter,
    nameContains ?? null,
    direction,
    timeRange && [timeRange.from, timeRange.to],
  ]);
  const cursor = after ? decodeCursor(after, hash) : undefined;
  const asOfUs = cursor?.asOfUs ?? nowUs;
  const selection: ActivitySelection = {
    kind,
    projectId,
    filter: isAnything(filter) ? undefined : filter,
    nameContains,
    direction,
    span: spanOfList(timeRange, direction, asOfUs),
    asOfUs,
    after: cursor && readPosition(cursor.keys),
  };
  const found = await listActivity(store, selection, size + 1);
  return {
    nodes: found.slice(0, size),
    hasNextPage: found.length > size,
    cursorOf: ({ lastUs, tie }) => encodeCursor({ keys: [lastUs, tie], asOfUs }, hash),
    count: async () => estimate(await store.count(selection, countLimit + 1)),
    precision: () => 'EXACT',
    coverage: { ...selection.span, isComplete: true },
  };
}

const isAnything = (filter: ReturnType<typeof readRunFilter>): boolean =>
  JSON.stringify(filter) === JSON.stringify(allOf([]));

function readName(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  if (text.length > maxNameLength || !text.isWellFormed()) {
    throw invalidInput(`nameContains takes at most ${maxNameLength} characters`);
  }
  return text;
}

function readPosition([lastUs, tie]: Cursor['keys']): ActivityPosition {
  const isTie = typeof tie === 'string' && /^\d{1,20}$/.test(tie) && BigInt(tie) < 1n << 64n;
  if (!isTie || !Number.isSafeInteger(lastUs) || (lastUs as number) < 0) throw badCursor();
  return { lastUs: lastUs as number, tie };
}
