import { AppError } from '@runlight/service';

/** Ingest refuses deeper JSON; what executes and prints an answer recurses into it. */
const maxDepth = 512;

/**
 * A payload as a JSON value; null when it never arrived. Throws for text that is not JSON or nests
 * too deeply, which concerns this field of this run only.
 */
export function parsePayload(content: string | undefined): unknown {
  if (content === undefined) return null;
  const value = parseJson(content);
  if (value === undefined) {
    throw new AppError('UNPROCESSABLE', 'The stored value is not valid JSON');
  }
  if (nestsDeeper(content, maxDepth)) {
    throw new AppError('UNPROCESSABLE', `The stored value nests deeper than ${maxDepth} levels`);
  }
  return value;
}

/** The payload `error` as text; anything but a JSON string is shown as it was sent. */
export function errorText(content: string): string {
  const value = parseJson(content);
  return typeof value === 'string' ? value : content;
}

/** undefined for what is not JSON; the parser's error quotes the content, which must not get about. */
function parseJson(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether JSON text opens more than `depth` arrays and objects in one another. */
function nestsDeeper(text: string, depth: number): boolean {
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = stringEnd(text, at);
    else if (character === '[' || character === '{') open += 1;
    else if (character === ']' || character === '}') open -= 1;
    if (open > depth) return true;
  }
  return false;
}

/** Position of the quote that closes the string opened at `start`, in text that is valid JSON. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    at = text.indexOf('"', at);
    let backslashes = 0;
    while (text[at - backslashes - 1] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
}
