/** One line or stack of a chart; a value is null where nothing was measured, which is not zero. */
export interface ChartSeries {
  name: string;
  colour: string;
  values: readonly (number | null)[];
}

export type ChartKind = 'bars' | 'line';

/**
 * What is drawn for stacked series: each with all that lie below it, the highest first so that lower
 * ones are drawn over it.
 */
export function stacked(series: readonly ChartSeries[]): ChartSeries[] {
  const sums: number[] = [];
  const drawn = series.map((one) => ({
    ...one,
    values: one.values.map((value, index) => {
      sums[index] = (sums[index] ?? 0) + (value ?? 0);
      return sums[index];
    }),
  }));
  return drawn.reverse();
}

/** Places of values that have no neighbour to draw a line to. */
export function lonelyPoints(values: readonly (number | null | undefined)[]): number[] {
  const isGap = (index: number) => values[index] === null || values[index] === undefined;
  return values.flatMap((_, index) =>
    !isGap(index) && isGap(index - 1) && isGap(index + 1) ? [index] : [],
  );
}

/** Whole buckets that a marked stretch touches, in ms; a mere click touches one. */
export function bucketsWithin(
  fromMs: number,
  toMs: number,
  bucketMs: number,
  originMs: number,
): { fromMs: number; toMs: number } {
  const first = Math.floor((fromMs - originMs) / bucketMs);
  const last = Math.max(first + 1, Math.ceil((toMs - originMs) / bucketMs));
  return { fromMs: originMs + first * bucketMs, toMs: originMs + last * bucketMs };
}
