/** How long a link works, in days. */
const days = { never: null, '1d': 1, '7d': 7, '30d': 30, '365d': 365 } as const;

export type LinkExpiry = keyof typeof days;
export const linkExpiries = Object.keys(days) as LinkExpiry[];

/** When a link made now ends by itself; null when never. */
export function linkEnd(expiry: LinkExpiry, nowMs: number): string | null {
  const count = days[expiry];
  return count === null ? null : new Date(nowMs + count * 86_400_000).toISOString();
}
