import { parseUuid } from '../uuid.ts';
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
  runStartUs: number;
  /** Whether the times never decrease along the path. */
  isAscending: boolean;
}

interface Segment {
  text: string;
  runId: string;
  startUs: number;
}

/** Undefined when a segment is malformed or there are more than 512. */
export function parseDottedOrder(text: string): DottedOrder | undefined {
  if (text.length > maxSegments * (segmentLength + 8)) return undefined;
  const parts = text.split('.');
  if (parts.length > maxSegments) return undefined;
  const segments: Segment[] = [];
  let isAscending = true;
  let isCanonical = true;
  for (const part of parts) {
    const segment = parseSegment(part);
    if (!segment) return undefined;
    if (segment.text !== part) isCanonical = false;
    if (segment.startUs < (segments.at(-1)?.startUs ?? 0)) isAscending = false;
    segments.push(segment);
  }
  const [first, last] = [segments[0]!, segments.at(-1)!];
  return {
    text: isCanonical ? text : segments.map((segment) => segment.text).join('.'),
    traceId: first.runId,
    runId: last.runId,
    parentRunId: segments.at(-2)?.runId,
    traceStartUs: first.startUs,
    runStartUs: last.startUs,
    isAscending,
  };
}

function parseSegment(text: string): Segment | undefined {
  if (text.length !== segmentLength || text.charCodeAt(stampLength - 1) !== 0x5a) {
    return parseUnusualSegment(text);
  }
  const startUs = parseStamp(text);
  const written = text.slice(stampLength);
  const runId = parseUuid(written);
  if (startUs === undefined || runId === undefined) return undefined;
  return { text: runId === written ? text : text.slice(0, stampLength) + runId, runId, startUs };
}

/** Dashless ids and fractions of another length: readable, and written as they should be. */
function parseUnusualSegment(text: string): Segment | undefined {
  const match = /^(\d{8}T\d{6})(\d{0,9})Z([\da-f-]{32,36})$/i.exec(text);
  if (!match) return undefined;
  const stamp = `${match[1]!.toUpperCase()}${match[2]!.slice(0, 6).padEnd(6, '0')}Z`;
  const runId = parseUuid(match[3]);
  return runId === undefined ? undefined : parseSegment(stamp + runId);
}

/** Microseconds of the stamp at the start of the text. */
function parseStamp(text: string): number | undefined {
  if (text.charCodeAt(8) !== 0x54) return undefined;
  const us = calendarUs(
    digitsAt(text, 0, 4),
    digitsAt(text, 4, 2),
    digitsAt(text, 6, 2),
    digitsAt(text, 9, 2),
    digitsAt(text, 11, 2),
    digitsAt(text, 13, 2),
  );
  const fractionUs = digitsAt(text, 15, 6);
  if (us === undefined || Number.isNaN(fractionUs)) return undefined;
  const total = us + fractionUs;
  return total >= 0 && total < endOfTimeUs ? total : undefined;
}

/** The segment of a run; joined to its parent's dotted order by a dot. */
export function formatSegment(startUs: number, runId: string): string {
  const ms = Math.floor(startUs / 1000);
  const micros = String(startUs - ms * 1000).padStart(3, '0');
  const stamp = new Date(ms).toISOString().replaceAll(/[-:.Z]/g, '');
  return `${stamp}${micros}Z${runId}`;
}
