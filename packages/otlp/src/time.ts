/** ISO 8601 with microseconds; finer digits are left out. */
export function isoTime(nano: bigint): string {
  const micros = nano / 1000n;
  const ms = Number(micros / 1000n);
  // Beyond what a Date can hold: written so that whoever reads it refuses it.
  if (ms > 8.64e15) return String(nano);
  const fraction = String(micros % 1000n).padStart(3, '0');
  return new Date(ms).toISOString().replace('Z', `${fraction}Z`);
}
