/** JSON text that is put into an answer as it is, so that no number in it loses a digit. */
export class RawJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** As JSON.stringify, with `RawJson` at any place; fields that are undefined are left out. */
export function printJson(value: unknown): string {
  if (value instanceof RawJson) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => printJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts: string[] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (inner !== undefined) parts.push(`${JSON.stringify(key)}:${printJson(inner)}`);
  }
  return `{${parts.join(',')}}`;
}
