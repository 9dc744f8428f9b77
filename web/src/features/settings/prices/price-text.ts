/** US dollars per million tokens, as they are written: no rounding of what is exact. */
export const rateText = (usdPerMillion: string): string => `$${usdPerMillion}`;

interface Rate {
  subtype: string;
  usdPerMillion: string;
}

export const rateOf = (rates: readonly Rate[], subtype: string): string | undefined =>
  rates.find((rate) => rate.subtype === subtype)?.usdPerMillion;

/** The row that holds now; one with hours is shown beside it, not in its place. */
export function currentRow<T extends { from: string | null; hoursUtc: readonly string[] }>(
  rows: readonly T[],
  nowMs: number,
): T | undefined {
  const begun = rows.filter(
    ({ from, hoursUtc }) => hoursUtc.length === 0 && (from === null || Date.parse(from) <= nowMs),
  );
  return begun[0] ?? rows[0];
}

/** A difference of money with its sign: `+$1.20`, `−$0.05`, `±$0`. */
export function differenceText(usd: number, costText: (usd: number) => string): string {
  if (Math.abs(usd) < 1e-12) return `±${costText(0)}`;
  return `${usd > 0 ? '+' : '−'}${costText(Math.abs(usd))}`;
}
