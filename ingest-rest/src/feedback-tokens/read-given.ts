import { AppError } from '@runlight/service';
import type { Given } from './redeem.ts';

const maxBytes = 256 * 1024;

/** What a body says: JSON, or the fields of a form. Throws PAYLOAD_TOO_LARGE and BAD_USER_INPUT. */
export function readGiven(body: Buffer, contentType: string | undefined): Given {
  if (body.length > maxBytes) {
    throw new AppError('PAYLOAD_TOO_LARGE', `the body is larger than ${maxBytes} bytes`);
  }
  if (contentType?.startsWith('application/x-www-form-urlencoded')) {
    return fromFields(new URLSearchParams(body.toString()));
  }
  let json: unknown;
  try {
    json = JSON.parse(body.toString());
  } catch {
    throw new AppError('BAD_USER_INPUT', 'the body is not valid JSON');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new AppError('UNPROCESSABLE', 'the body is not a JSON object');
  }
  return json;
}

/** Fields that make a GET a judgement; anything else, such as a mail's tracking, does not. */
const judging = ['score', 'value', 'comment', 'correction'] as const;

/** What the query of a link says; undefined when it says nothing. */
export function readQuery(query: URLSearchParams): Given | undefined {
  return judging.some((name) => query.has(name)) ? fromFields(query) : undefined;
}

function fromFields(fields: URLSearchParams): Given {
  const given: Given = {};
  for (const name of judging) {
    const text = fields.get(name);
    if (text === null || text === '') continue;
    given[name] = name === 'score' ? readScore(text) : text;
  }
  return given;
}

/** What is no number stays text, which is then refused as what it is. */
function readScore(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : text;
}
