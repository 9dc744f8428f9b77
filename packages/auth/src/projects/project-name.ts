import { invalidInput } from '@runlight/service';

const maxLength = 256;

/**
 * The text with what a database or a screen cannot hold (NUL and other control characters, lone
 * surrogates) replaced by U+FFFD.
 */
export function toStorableText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters meant
  return text.toWellFormed().replace(/[\u0000-\u001f\u007f]/g, '\ufffd');
}

/** The name as it is stored, trimmed; undefined unless 1 to 256 characters remain. */
export function parseProjectName(text: string): string | undefined {
  // Looked at before anything that costs time by length; a character is at most two units.
  if (text.length > 10 * maxLength) return undefined;
  const name = toStorableText(text.trim());
  const length = Array.from(name).length;
  return length >= 1 && length <= maxLength ? name : undefined;
}

/** As parseProjectName; throws BAD_USER_INPUT for what is not a name. */
export function requireProjectName(text: string): string {
  const name = parseProjectName(text);
  if (name === undefined) throw invalidInput(`A project name has 1 to ${maxLength} characters`);
  return name;
}
