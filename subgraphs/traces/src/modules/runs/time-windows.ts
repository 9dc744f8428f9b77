/** A span of `trace_start` in microseconds: from inclusive, to exclusive; absent is unbounded. */
export interface Span {
  fromUs?: number | undefined;
  toUs?: number | undefined;
}

export type Direction = 'ASC' | 'DESC';

const hourUs = 3_600_000_000;
export const dayUs = 24 * hourUs;
const stepsUs = [hourUs, dayUs, 7 * dayUs, 31 * dayUs];
/** What a DateTime64(6) of the table may hold; ingest accepts nothing outside. */
const endOfTimeUs = Date.UTC(2201, 0, 1) * 1000;
/** Clocks of clients may run ahead of ours. */
const clockToleranceUs = 300_000_000;

/**
 * The span a list walks through, fixed by `asOfUs`, the time of page one, for all pages. Oldest first
 * it ends about there, or the walk would never end on a live project.
 */
export function spanOfList(
  timeRange:
    { from?: number | null | undefined; to?: number | null | undefined } | null | undefined,
  direction: Direction,
  asOfUs: number,
): Span {
  const from = timeRange ? timeRange.from : asOfUs - dayUs;
  const to = timeRange?.to ?? (direction === 'ASC' ? asOfUs + clockToleranceUs : undefined);
  return { fromUs: clamp(from), toUs: clamp(to) };
}

const clamp = (us: number | null | undefined): number | undefined =>
  us === null || us === undefined ? undefined : Math.min(Math.max(us, 0), endOfTimeUs);

/** What is left of a span behind an instant, that instant included: others may share it. */
export const spanBehind = ({ fromUs, toUs }: Span, direction: Direction, us: number): Span =>
  direction === 'DESC'
    ? { fromUs, toUs: Math.min(toUs ?? us + 1, us + 1) }
    : { fromUs: Math.max(fromUs ?? us, us), toUs };

/** Whether a span is read in one step; unbounded ones are not. */
export const isNarrow = ({ fromUs, toUs }: Span, nowUs: number): boolean =>
  fromUs !== undefined && Math.min(toUs ?? nowUs, nowUs) - fromUs <= dayUs;

/**
 * Parts of a span in the order of the walk, each wider than the one before (1 hour, 1 day, 7 days,
 * 31 days, the rest), so that a full page is found without reading everything. `anchorUs` is where
 * the walk stands: runs beyond it lie in the first part.
 */
export function windowsOf(span: Span, direction: Direction, anchorUs: number): Span[] {
  const sign = direction === 'DESC' ? -1 : 1;
  const near = direction === 'DESC' ? span.toUs : span.fromUs;
  const far = direction === 'DESC' ? span.fromUs : span.toUs;
  const isInside = (us: number) =>
    us > 0 &&
    us < endOfTimeUs &&
    (far === undefined || (far - us) * sign > 0) &&
    (near === undefined || (us - near) * sign > 0);
  const isShort = far !== undefined && Math.abs(far - anchorUs) <= dayUs;
  const cuts = isShort ? [] : stepsUs.map((step) => anchorUs + sign * step).filter(isInside);
  const edges = [near, ...cuts, far];
  return edges
    .slice(1)
    .map((edge, index) =>
      direction === 'DESC'
        ? { fromUs: edge, toUs: edges[index] }
        : { fromUs: edges[index], toUs: edge },
    );
}
