/** Microseconds of an RFC 3339 instant; `Date` alone would drop what is below a millisecond. */
export function parseTimeUs(text: string): number | null {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return null;
  const digits = /\.(\d+)/.exec(text)?.[1] ?? '';
  const belowMs = Number(digits.slice(3, 6).padEnd(3, '0'));
  return ms * 1000 + belowMs;
}
