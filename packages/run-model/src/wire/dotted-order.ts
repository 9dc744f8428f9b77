import { parseUuid } from '../uuid-text.ts';
import { calendarUs, digitsAt, endOfTimeUs } from './time.ts';

// dotted_order: the path from the root to a run as `<stamp><uuid>` segments joined by dots, where a
// stamp is `YYYYMMDDTHHMMSS` + six digits + `Z` in UTC (langsmith-protocol §3.7). Its text sorts as
// the tree is shown, and a subtree is a prefix range.

export const maxSegments = 512;
const stampLength = 22;
const segmentLength = stampLength + 36;

/** A well-formed dotted order, in canonical text. */
export interface DottedOrder {
  text: string;
  traceId: string;
  runId: string;
  /** The run before the last one; undefined for a root. */
  parentRunId: string | undefined;
  traceStartUs: number;
  /** Whether the times never decrease along the path. */
  isAscending: boolean;
}

// One pattern for the whole path: it runs for every operation, in native code. It lets a 31st of
// February through; only the first time is ever used as one, and that is parsed.
const stamp = String.raw`[12]\d{3}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)\d{6}Z`;
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const regular = new RegExp(`^${stamp}${uuid}(?:[.]${stamp}${uuid})*$`);

/** Undefined when a segment is malformed or there are more than 512. */
export function parseDottedOrder(written: string): DottedOrder | undefined {
  if (written.length > maxSegments * (segmentLength + 8)) return undefined;
  const text = regular.test(written) ? written : rewrite(written);
  if (text === undefined || text.length > maxSegments * (segmentLength + 1)) return undefined;
  const traceStartUs = stampUsAt(text, 0);
  if (traceStartUs === undefined) return undefined;
  const last = text.length - segmentLength;
  return {
    text,
    traceId: runIdAt(text, 0),
    runId: runIdAt(text, last),
    parentRunId: last === 0 ? undefined : runIdAt(text, last - segmentLength - 1),
    traceStartUs,
    isAscending: isAscending(text),
  };
}

/** Time in the last segment: when the run itself started. */
export const lastStampUs = (order: DottedOrder): number | undefined =>
  stampUsAt(order.text, order.text.length - segmentLength);

const runIdAt = (text: string, segmentAt: number): string =>
  text.slice(segmentAt + stampLength, segmentAt + segmentLength);

function isAscending(text: string): boolean {
  let before = text.slice(0, stampLength);
  for (let at = segmentLength + 1; at < text.length; at += segmentLength + 1) {
    const next = text.slice(at, at + stampLength);
    if (next < before) return false;
    before = next;
  }
  return true;
}

/** Dashless or upper-case ids and fractions of another length: readable, and written as they should be. */
function rewrite(text: string): string | undefined {
  const segments = text.split('.');
  if (segments.length > maxSegments) return undefined;
  const rewritten = segments.map((segment) => {
    const match = /^(\d{8}T\d{6})(\d{0,9})Z([\da-f-]{32,36})$/i.exec(segment);
    const runId = parseUuid(match?.[3]);
    if (!match || runId === undefined) return undefined;
    return `${match[1]!.toUpperCase()}${match[2]!.slice(0, 6).padEnd(6, '0')}Z${runId}`;
  });
  if (rewritten.includes(undefined)) return undefined;
  const joined = rewritten.join('.');
  return regular.test(joined) ? joined : undefined;
}

/** Microseconds of the stamp at `at`, whose shape is known to be right. */
function stampUsAt(text: string, at: number): number | undefined {
  const us = calendarUs(
    digitsAt(text, at, 4),
    digitsAt(text, at + 4, 2),
    digitsAt(text, at + 6, 2),
    digitsAt(text, at + 9, 2),
    digitsAt(text, at + 11, 2),
    digitsAt(text, at + 13, 2),
  );
  if (us === undefined) return undefined;
  const total = us + digitsAt(text, at + 15, 6);
  return total >= 0 && total < endOfTimeUs ? total : undefined;
}

/** The segment of a run; joined to its parent's dotted order by a dot. */
export function formatSegment(startUs: number, runId: string): string {
  const ms = Math.floor(startUs / 1000);
  const micros = String(startUs - ms * 1000).padStart(3, '0');
  const stamp = new Date(ms).toISOString().replaceAll(/[-:.Z]/g, '');
  return `${stamp}${micros}Z${runId}`;
}
