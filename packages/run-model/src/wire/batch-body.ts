import { isJson } from './json-check.ts';
import { maxJsonDepth, measureValue, scanMembers, skipBlanks } from './json-scan.ts';
import type { Member } from './json-scan.ts';
import { withoutByteOrderMark } from './json-text.ts';
import type { WireOperation } from './operation.ts';

/** The runs of a `{ post: Run[], patch: Run[] }` body, not read yet, or why there are none. */
export type BatchBody =
  | { operations: WireOperation[] }
  /** `malformed`: not JSON at all; `invalid`: JSON, but not of this shape; `too_many` operations. */
  | { problem: 'malformed' | 'invalid' | 'too_many'; reason: string };

const lists = { post: 'create', patch: 'update' } as const;

/**
 * Finds the runs in the body without decoding them: what is wrong inside of one is found when that
 * one is read, and costs no other.
 */
export function splitBatchBody(
  received: Buffer,
  { maxOperations }: { maxOperations: number },
): BatchBody {
  const body = withoutByteOrderMark(received);
  const start = skipBlanks(body, 0);
  const top = scanMembers(body, start, 'object');
  if (!top || top.isCut || skipBlanks(body, top.end) !== body.length)
    return describeOther(body, start);
  const operations: WireOperation[] = [];
  const seen = new Set<string>();
  for (const member of top.members) {
    const key = body.toString('latin1', member.keyStart, member.keyEnd);
    if (seen.has(key)) return invalidBody('a field of the body is given twice');
    seen.add(key);
    if (!isListName(key)) continue;
    const found = readList(body, member, key, maxOperations);
    if (!found) return invalidBody(`${key} is not a list`);
    for (const operation of found) operations.push(operation);
    if (operations.length > maxOperations) {
      const reason = `the request has more than ${maxOperations} operations`;
      return { problem: 'too_many', reason };
    }
  }
  if (!seen.has('post') && !seen.has('patch')) {
    return invalidBody('the body has neither post nor patch');
  }
  return { operations };
}

const isListName = (key: string): key is keyof typeof lists => Object.hasOwn(lists, key);
const invalidBody = (reason: string): BatchBody => ({ problem: 'invalid', reason });

function readList(
  body: Buffer,
  { start, end }: Member,
  list: keyof typeof lists,
  maxOperations: number,
): WireOperation[] | undefined {
  if (end - start === 4 && body.toString('latin1', start, end) === 'null') return [];
  // One more tells that there are too many; a body of commas must not become a list of millions.
  const elements = scanMembers(body, start, 'array', maxOperations + 1);
  return elements?.members.map((element, index) => ({
    kind: lists[list],
    part: `${list}[${index}]`,
    main: body.subarray(element.start, element.end),
    parts: [],
  }));
}

/** A body that is not an object, or not JSON: the scanner cannot tell, the parser can. */
function describeOther(body: Buffer, start: number): BatchBody {
  if (measureValue(body, start).depth > maxJsonDepth) {
    return invalidBody(`the body nests deeper than ${maxJsonDepth} levels`);
  }
  return isJson(body)
    ? invalidBody('the body is not an object with post and patch')
    : { problem: 'malformed', reason: 'the body is not valid JSON' };
}
