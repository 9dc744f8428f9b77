/** How long a key lives, in days. */
const days = { never: null, '30d': 30, '90d': 90, '365d': 365 } as const;

export type Expiry = keyof typeof days;
export const expiries = Object.keys(days) as Expiry[];

/** When a key made now ends by itself; null when never. */
export function expiryInstant(expiry: Expiry, nowMs: number): string | null {
  const count = days[expiry];
  return count === null ? null : new Date(nowMs + count * 86_400_000).toISOString();
}
