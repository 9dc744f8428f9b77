/** Microseconds since 1970 of RFC 3339 text in UTC, as the graph writes it into jobs. */
export function microsecondsOf(text: string): number {
  const ms = Date.parse(text);
  const fraction = /\.\d{3}(\d{1,3})/.exec(text)?.[1] ?? '';
  return ms * 1000 + Number(fraction.padEnd(3, '0'));
}
