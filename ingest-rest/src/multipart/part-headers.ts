import { invalidInput, AppError } from '@runlight/service';
import { limits } from '../limits.ts';

/** What the headers of a part say. */
export interface PartHeaders {
  name: string;
  /** Without parameters, lower case. */
  contentType: string;
  /** Length that the sender announces, by `Content-Length` or the `length` parameter. */
  length: number | undefined;
}

// The headers that SDKs write for the fields of a run, recognised in one step without a search for
// their end: this runs for every part of every request.
const usual =
  /^Content-Disposition: form-data; name="([\w.-]*)"\r\nContent-Type: application\/json(?:; length=|\r\nContent-Length: )(\d{1,9})\r\n\r\n/;

/** Headers at the start of the text, blank line included; undefined when they are anything unusual. */
export function parseUsualHeaders(
  text: string,
): (PartHeaders & { headerBytes: number }) | undefined {
  const match = usual.exec(text);
  if (!match) return undefined;
  return {
    name: match[1]!,
    contentType: 'application/json',
    length: Number(match[2]),
    headerBytes: match[0].length,
  };
}

/** Reads the header block of a part, given as Latin-1 text without the blank line. */
export function parsePartHeaders(block: string): PartHeaders {
  const headers = headerMap(block);
  const name = dispositionName(headers.get('content-disposition') ?? '');
  if (name === undefined)
    throw invalidInput('A part has no name in its Content-Disposition header');
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').split(';');
  requirePlainBytes(
    name,
    headers.get('content-transfer-encoding'),
    parameterOf(parameters, 'charset'),
  );
  return {
    name: decodeName(name),
    contentType: type.trim().toLowerCase(),
    length: agreedLength(name, headers.get('content-length'), parameterOf(parameters, 'length')),
  };
}

function headerMap(block: string): Map<string, string> {
  const headers = new Map<string, string>();
  if (block === '') return headers;
  const lines = block.split('\r\n');
  if (lines.length > limits.partHeaders) throw invalidInput('A part has too many headers');
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0) throw invalidInput('A part has a malformed header');
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

const quotedName = /;\s*name="((?:[^"\\]|\\.)*)"/i;
const bareName = /;\s*name=([^\s;"]+)/i;

function dispositionName(value: string): string | undefined {
  if (!/^form-data\s*(;|$)/i.test(value)) return undefined;
  const quoted = quotedName.exec(value)?.[1];
  return quoted === undefined ? bareName.exec(value)?.[1] : quoted.replaceAll(/\\(.)/g, '$1');
}

function parameterOf(parameters: string[], name: string): string | undefined {
  for (const parameter of parameters) {
    const [key = '', value = ''] = parameter.split('=', 2);
    if (key.trim().toLowerCase() === name) return value.trim().replaceAll('"', '');
  }
  return undefined;
}

/** The announced length; announcing nonsense, or two lengths, is an error of the sender. */
function agreedLength(
  name: string,
  header: string | undefined,
  parameter: string | undefined,
): number | undefined {
  for (const text of [header, parameter]) {
    if (text !== undefined && !/^\d{1,10}$/.test(text)) {
      throw invalidInput(`The length of part ${showName(name)} is not a number`);
    }
  }
  if (header !== undefined && parameter !== undefined && Number(header) !== Number(parameter)) {
    throw invalidInput(`Part ${showName(name)} gives two lengths`);
  }
  const text = header ?? parameter;
  return text === undefined ? undefined : Number(text);
}

function requirePlainBytes(
  name: string,
  encoding: string | undefined,
  charset: string | undefined,
): void {
  if (encoding !== undefined && !/^(7bit|8bit|binary)$/i.test(encoding)) {
    throw new AppError(
      'UNSUPPORTED_MEDIA_TYPE',
      `The transfer encoding of part ${showName(name)} is not supported`,
    );
  }
  if (charset !== undefined && !isUtf8Charset(charset)) {
    throw new AppError(
      'UNSUPPORTED_MEDIA_TYPE',
      `The charset of part ${showName(name)} is not supported`,
    );
  }
}

export const isUtf8Charset = (charset: string): boolean =>
  /^(utf-?8|us-ascii)$/i.test(charset.trim());

/** Headers are read as Latin-1; names are UTF-8. */
const decodeName = (name: string): string =>
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  /^[\0-\x7f]*$/.test(name) ? name : Buffer.from(name, 'latin1').toString('utf8');

/** A name as it may stand in an answer: names come from the sender and have no bound. */
export const showName = (name: string): string => JSON.stringify(name.slice(0, 100));
