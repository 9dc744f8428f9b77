import type { Figure } from '@runlight/run-metrics';
import { invalidInput } from '@runlight/service';
import type {
  MetricBucket,
  MetricGroup,
  MetricSeries,
  RunFilter as RunFilterInput,
  RunMetrics,
  TimeRange,
} from '../../__generated__/resolvers.ts';
import { readRunFilter } from '../filter/filter-input.ts';
import { bucketStarts, bucketsOf } from './buckets.ts';
import type { Buckets } from './buckets.ts';
import { readGroupText, readGroups } from './groups.ts';
import { cellName } from './folding.ts';
import type { Folded } from './folding.ts';
import type { MetricsStore } from './metrics-store.ts';
import { readValues } from './values.ts';

const maxTop = 50;
/** Clocks of clients may run ahead of ours. */
const clockToleranceUs = 300_000_000;
/** What a DateTime64(6) of the table may hold; ingest accepts nothing outside. */
const endOfTimeUs = Date.UTC(2201, 0, 1) * 1000;

/** Arguments of both fields; defaults are filled in. */
export interface MetricsArgs {
  timeRange: TimeRange;
  bucket: MetricBucket;
  groupBy?: readonly MetricGroup[] | null | undefined;
  top: number;
  filter?: RunFilterInput | null | undefined;
}

export interface MetricsRequest {
  projectIds: string[] | undefined;
  args: MetricsArgs;
  wanted: ReadonlySet<Figure>;
  nowUs: number;
}

/** The figures that were asked for. Throws BAD_USER_INPUT. */
export async function readMetrics(
  store: MetricsStore,
  { projectIds, args, wanted, nowUs }: MetricsRequest,
): Promise<RunMetrics> {
  const groups = readGroups(args.groupBy);
  const filter = readRunFilter(args.filter);
  if (args.top < 1 || args.top > maxTop) throw invalidInput(`top is from 1 to ${maxTop}`);
  const span = await readSpan(store, projectIds, args.timeRange, nowUs);
  const buckets = bucketsOf(args.bucket, span.fromUs, span.toUs);
  const isEmpty = projectIds?.length === 0;
  const { top, folded, isEstimated } = isEmpty
    ? { top: [], folded: [], isEstimated: false }
    : await store.metrics({
        projectIds,
        filter,
        ...span,
        buckets,
        groups,
        top: args.top,
        wanted,
      });
  const cells = new Map(folded.map((cell) => [cellName(cell), cell]));
  return {
    total: valuesAt(cells, undefined, undefined),
    bucketSeconds: buckets.widthUs / 1_000_000,
    series: seriesOf(cells, buckets, groups.length > 0 ? top : undefined),
    precision: isEstimated ? 'ESTIMATED' : 'EXACT',
  };
}

async function readSpan(
  store: MetricsStore,
  projectIds: string[] | undefined,
  { from, to }: TimeRange,
  nowUs: number,
): Promise<{ fromUs: number; toUs: number }> {
  const toUs = Math.min(to ?? nowUs + clockToleranceUs, endOfTimeUs);
  const fromUs = from ?? (await store.oldestTraceStartUs(projectIds)) ?? toUs - 1;
  if (fromUs < 0 || fromUs >= endOfTimeUs || (from != null && fromUs >= toUs)) {
    throw invalidInput('The time range ends before it begins');
  }
  return { fromUs: Math.min(fromUs, toUs - 1), toUs };
}

type Cells = ReadonlyMap<string, Folded>;

function valuesAt(cells: Cells, bucketUs: number | undefined, group: string | undefined) {
  const cell = cells.get(cellName({ bucketUs, group }));
  return readValues(cell?.raw, cell?.feedback);
}

/** @param top texts of the groups; undefined when there are none. */
function seriesOf(cells: Cells, buckets: Buckets, top: string[] | undefined): MetricSeries[] {
  const starts = bucketStarts(buckets);
  const series = (group: string | undefined, isOther: boolean): MetricSeries => ({
    group: group ? readGroupText(group) : [],
    isOther,
    total: valuesAt(cells, undefined, group),
    points: starts.map((startAt) => ({ startAt, values: valuesAt(cells, startAt, group) })),
  });
  if (!top) return [series(undefined, false)];
  const hasRest = cells.has(cellName({ bucketUs: undefined, group: '' }));
  return [...top.map((group) => series(group, false)), ...(hasRest ? [series('', true)] : [])];
}
