import { markerBytes } from './record.ts';

// `0000000042-9f86d081884c7d65.open` while it is written, then `….sealed`. The number gives the order,
// the rest is the marker of its records.

export interface SegmentName {
  number: number;
  marker: Buffer;
}

export type SegmentState = 'open' | 'sealed';

export const segmentFile = ({ number, marker }: SegmentName, state: SegmentState): string =>
  `${String(number).padStart(10, '0')}-${marker.toString('hex')}.${state}`;

const pattern = new RegExp(String.raw`^(\d{10})-([0-9a-f]{${markerBytes * 2}})\.(open|sealed)$`);

/** Undefined for a file that is no segment. */
export function parseSegmentFile(
  file: string,
): { name: SegmentName; state: SegmentState } | undefined {
  const match = pattern.exec(file);
  if (!match) return undefined;
  const [, number, marker, state] = match;
  return {
    name: { number: Number(number), marker: Buffer.from(marker!, 'hex') },
    state: state as SegmentState,
  };
}
