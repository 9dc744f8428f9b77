import { hourUs } from '@runlight/run-metrics';
import { invalidInput } from '@runlight/service';
import type { MetricBucket } from '../../__generated__/resolvers.ts';

/** Buckets in microseconds; a bucket begins at `offsetUs` plus a multiple of `widthUs`. */
export interface Buckets {
  widthUs: number;
  offsetUs: number;
  /** Beginning of the first bucket. */
  firstUs: number;
  count: number;
}

const secondUs = 1_000_000;
const dayUs = 24 * hourUs;

const widthsUs: Record<Exclude<MetricBucket, 'AUTO'>, number> = {
  MINUTE: 60 * secondUs,
  FIVE_MINUTES: 300 * secondUs,
  QUARTER_HOUR: 900 * secondUs,
  HOUR: hourUs,
  SIX_HOURS: 6 * hourUs,
  DAY: dayUs,
  WEEK: 7 * dayUs,
};

/** More would neither be seen nor fit. */
const maxBuckets = 2000;
const maxAutoBuckets = 100;
/** 1970 began on a Thursday. */
const mondayUs = 4 * dayUs;

/**
 * The buckets that cover a span, which is not empty. AUTO is a week at most, so that a chart over many
 * years has more than 100. Throws BAD_USER_INPUT for a bucket that is too narrow for the span.
 */
export function bucketsOf(bucket: MetricBucket, fromUs: number, toUs: number): Buckets {
  if (bucket === 'AUTO') {
    const names = Object.keys(widthsUs) as (keyof typeof widthsUs)[];
    const fitting = names.find(
      (name) => cover(widthsUs[name], fromUs, toUs).count <= maxAutoBuckets,
    );
    return cover(widthsUs[fitting ?? 'WEEK'], fromUs, toUs);
  }
  const buckets = cover(widthsUs[bucket], fromUs, toUs);
  if (buckets.count > maxBuckets) {
    throw invalidInput(`The time range holds more than ${maxBuckets} such buckets`);
  }
  return buckets;
}

function cover(widthUs: number, fromUs: number, toUs: number): Buckets {
  const offsetUs = widthUs === widthsUs.WEEK ? mondayUs : 0;
  const firstUs = floorTo(fromUs - offsetUs, widthUs) + offsetUs;
  return { widthUs, offsetUs, firstUs, count: Math.ceil((toUs - firstUs) / widthUs) };
}

export const floorTo = (us: number, widthUs: number): number =>
  us - (((us % widthUs) + widthUs) % widthUs);

/** Beginnings of all buckets, oldest first. */
export const bucketStarts = ({ firstUs, widthUs, count }: Buckets): number[] =>
  Array.from({ length: count }, (_, index) => firstUs + index * widthUs);
