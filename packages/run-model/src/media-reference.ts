/**
 * What stands in a payload's JSON instead of the base64 text of an image, a sound or a document: the content of a JSON
 * string `runlight-blob:<sha256>;mime=<type>;size=<bytes>;form=<data-uri|base64>`. The bytes are in the object store.
 */
export interface MediaReference {
  /** Of the decoded bytes, 64 lower-case hex digits. */
  sha256: string;
  mimeType: string;
  /** Of the decoded bytes. */
  sizeBytes: number;
  /** How the text looked: `data:<mime>;base64,…`, or the base64 alone. */
  form: 'data-uri' | 'base64';
}

export const mediaReferencePrefix = 'runlight-blob:';

const mimeTypePattern = /^[\w.+-]{1,63}\/[\w.+-]{1,63}$/;
const pattern =
  'runlight-blob:([0-9a-f]{64});mime=([\\w.+-]{1,63}/[\\w.+-]{1,63});size=(\\d{1,12});form=(data-uri|base64)';
const wholePattern = new RegExp(`^${pattern}$`);
const anyPattern = new RegExp(pattern, 'g');
/** A string of JSON that is a reference and nothing else; what merely quotes one has other characters beside it. */
const stringPattern = `"${pattern}"`;

/** Whether a reference can carry the type; another one must not be lifted out. */
export function isReferableMimeType(mimeType: string): boolean {
  return mimeTypePattern.test(mimeType);
}

export function formatMediaReference(reference: MediaReference): string {
  const { sha256, mimeType, sizeBytes, form } = reference;
  return `${mediaReferencePrefix}${sha256};mime=${mimeType};size=${sizeBytes};form=${form}`;
}

/** The content of a JSON string as a reference; undefined when it is other text. */
export function parseMediaReference(text: string): MediaReference | undefined {
  if (!text.startsWith(mediaReferencePrefix)) return undefined;
  const match = wholePattern.exec(text);
  return match ? fromMatch(match) : undefined;
}

/** The references in JSON text in their order, each place they stand at; `end` is exclusive, both quotes included. */
export function* findMediaReferences(
  json: string,
): Generator<MediaReference & { start: number; end: number }> {
  // The search for a plain prefix is much faster than the pattern, and most payloads have none.
  if (!json.includes(mediaReferencePrefix)) return;
  for (const match of json.matchAll(new RegExp(stringPattern, 'g'))) {
    // A quote after a backslash is inside a string.
    if (json[match.index - 1] === '\\') continue;
    yield { ...fromMatch(match), start: match.index, end: match.index + match[0].length };
  }
}

/** Text for people to read: each reference in it as `[image/png, 12 kB]`. */
export function describeMediaReferences(text: string): string {
  if (!text.includes(mediaReferencePrefix)) return text;
  return text.replaceAll(anyPattern, (...match: string[]) => {
    const [, , mimeType = '', size = ''] = match;
    return `[${mimeType}, ${Math.ceil(Number(size) / 1000)} kB]`;
  });
}

/** The text that a reference stands for. */
export function mediaText({ mimeType, form }: MediaReference, base64: string): string {
  return form === 'data-uri' ? `data:${mimeType};base64,${base64}` : base64;
}

function fromMatch(match: RegExpExecArray | RegExpMatchArray): MediaReference {
  const [, sha256 = '', mimeType = '', size = '', form] = match;
  return { sha256, mimeType, sizeBytes: Number(size), form: form as MediaReference['form'] };
}
