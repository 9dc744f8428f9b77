import { maxJsonDepth, measureValue, scanMembers, skipBlanks } from './json-scan.ts';
import type { Member } from './json-scan.ts';
import type { WireOperation } from './operation.ts';

/** The runs of a `{ post: Run[], patch: Run[] }` body, not read yet, or why there are none. */
export type BatchBody =
  | { operations: WireOperation[] }
  /** `malformed`: not JSON at all; `invalid`: JSON, but not of this shape. */
  | { problem: 'malformed' | 'invalid'; reason: string };

const lists = { post: 'create', patch: 'update' } as const;

/**
 * Finds the runs in the body without decoding them: what is wrong inside of one is found when that
 * one is read, and costs no other.
 */
export function splitBatchBody(received: Buffer): BatchBody {
  const body = hasByteOrderMark(received) ? received.subarray(3) : received;
  const latin = body.toString('latin1');
  const start = skipBlanks(latin, 0);
  const top = scanMembers(latin, start, 'object');
  if (!top || skipBlanks(latin, top.end) !== latin.length) return describeOther(latin, start);
  const operations: WireOperation[] = [];
  const seen = new Set<string>();
  for (const member of top.members) {
    if (seen.has(member.key)) return invalidBody('a field of the body is given twice');
    seen.add(member.key);
    if (!isListName(member.key)) continue;
    const found = readList(body, latin, member, member.key);
    if (!found) return invalidBody(`${member.key} is not a list`);
    for (const operation of found) operations.push(operation);
  }
  if (!seen.has('post') && !seen.has('patch')) {
    return invalidBody('the body has neither post nor patch');
  }
  return { operations };
}

const isListName = (key: string): key is keyof typeof lists => Object.hasOwn(lists, key);
const hasByteOrderMark = (body: Buffer): boolean =>
  body.length >= 3 && body.readUIntBE(0, 3) === 0xefbbbf;
const invalidBody = (reason: string): BatchBody => ({ problem: 'invalid', reason });

function readList(
  body: Buffer,
  latin: string,
  { start, end }: Member,
  list: keyof typeof lists,
): WireOperation[] | undefined {
  if (latin.slice(start, Math.min(end, start + 5)) === 'null') return [];
  const elements = scanMembers(latin, start, 'array');
  return elements?.members.map((element, index) => ({
    kind: lists[list],
    part: `${list}[${index}]`,
    main: body.subarray(element.start, element.end),
    parts: [],
  }));
}

/** A body that is not an object, or not JSON: the scanner cannot tell, the parser can. */
function describeOther(latin: string, start: number): BatchBody {
  if (measureValue(latin, start).depth > maxJsonDepth) {
    return invalidBody(`the body nests deeper than ${maxJsonDepth} levels`);
  }
  try {
    JSON.parse(latin);
    return invalidBody('the body is not an object with post and patch');
  } catch {
    return { problem: 'malformed', reason: 'the body is not valid JSON' };
  }
}
