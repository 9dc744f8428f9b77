export interface FilterToken {
  kind: 'field' | 'text' | 'word';
  start: number;
  end: number;
}

const shapes =
  /("(?:[^"\\]|\\.)*"?)|(-?[A-Za-z][\w.-]*)(?=\s*(?:[:=<>~!]))|\b(OR|AND|NOT|or|and|not)\b/g;

/** Parts of a filter that are worth a colour; it need not be valid. */
export function filterTokens(text: string): FilterToken[] {
  return [...text.matchAll(shapes)].map((match) => ({
    kind: match[1] !== undefined ? 'text' : match[2] !== undefined ? 'field' : 'word',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** What is being written at a place: a field's name, or a value of a field. */
export type WrittenPart =
  | { kind: 'field'; from: number; text: string }
  | { kind: 'value'; field: string; from: number; text: string };

/** The part before the cursor, as far as completion is concerned; undefined inside of a text. */
export function writtenAt(text: string, cursor: number): WrittenPart | undefined {
  const before = text.slice(0, cursor);
  const value = /(?:^|[\s(-])([A-Za-z][\w.-]*)(?::|!=|=|~)\(?("?)([^\s"()]*)$/.exec(before);
  if (value) {
    const written = value[3]!;
    const from = cursor - written.length - value[2]!.length;
    return { kind: 'value', field: value[1]!, from, text: written };
  }
  if (quotesIn(before) % 2 === 1) return undefined;
  const field = /(?:^|[\s(])-?([A-Za-z][\w.-]*|)$/.exec(before);
  if (!field) return undefined;
  return { kind: 'field', from: cursor - field[1]!.length, text: field[1]! };
}

function quotesIn(text: string): number {
  return text.replaceAll(/\\./g, '').split('"').length - 1;
}
