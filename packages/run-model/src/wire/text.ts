/** A code for what was normalised; each is given once. */
export function addWarning(warnings: string[], code: string): void {
  if (!warnings.includes(code)) warnings.push(code);
}

/** Text for a searchable column: NUL and lone surrogates become U+FFFD. */
export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\ufffd') : whole;
}

export type Clean = (text: string) => string;

/** cleanText, or nothing at all for text out of JSON that cannot hold what it removes. */
export const cleanerFor = (json: { hasEscapes: boolean }): Clean =>
  json.hasEscapes ? cleanText : asIs;

const asIs: Clean = (text) => text;

/**
 * Says that a text was cut. Not the ellipsis character: one that is not Latin-1 makes the text, and the
 * JSON of the whole envelope, two bytes per character, which doubles what it costs to write and read.
 */
export const cutMark = '...';

/** At most `maxLength` characters, the mark included; a cut never splits a surrogate pair. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = maxLength - cutMark.length;
  const last = text.charCodeAt(end - 1);
  const keep = last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
  return text.slice(0, keep) + cutMark;
}

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the value says anything: null, absent, `{}` and `[]` do not. */
export function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'object') return true;
  for (const key in value) if (Object.hasOwn(value, key)) return true;
  return false;
}

/** Compact JSON, abandoned soon after `maxLength` characters: the value may be megabytes. */
export function compactJson(value: unknown, maxLength: number): string {
  const out = { text: '' };
  writeJson(value, out, maxLength);
  return out.text;
}

function writeJson(value: unknown, out: { text: string }, maxLength: number): void {
  if (out.text.length > maxLength) return;
  if (typeof value === 'string') {
    out.text += JSON.stringify(value.length > maxLength ? value.slice(0, maxLength) : value);
  } else if (Array.isArray(value)) {
    out.text += '[';
    for (const [index, element] of value.entries()) {
      if (out.text.length > maxLength) return;
      if (index > 0) out.text += ',';
      writeJson(element, out, maxLength);
    }
    out.text += ']';
  } else if (isObject(value)) {
    writeMembers(value, out, maxLength);
  } else {
    out.text += String(value);
  }
}

function writeMembers(object: JsonObject, out: { text: string }, maxLength: number): void {
  let separator = '{';
  for (const key in object) {
    if (out.text.length > maxLength) return;
    out.text += `${separator}${JSON.stringify(key)}:`;
    separator = ',';
    writeJson(object[key], out, maxLength);
  }
  out.text += separator === '{' ? '{}' : '}';
}
