const day = 86_400;

/** From when to when a bucket reaches, in the reader's zone. */
export function bucketText(startMs: number, bucketSeconds: number): string {
  const start = new Date(startMs);
  const date = (at: Date) =>
    at.toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
  if (bucketSeconds >= day) {
    const end = new Date(startMs + bucketSeconds * 1000 - 1);
    return date(start) === date(end) ? date(start) : `${date(start)} – ${date(end)}`;
  }
  const time = (at: Date) =>
    at.toLocaleTimeString(undefined, {
      hour: '2-digit',
      minute: '2-digit',
      ...(bucketSeconds < 60 ? { second: '2-digit' } : {}),
    });
  const end = new Date(startMs + bucketSeconds * 1000);
  return `${date(start)}, ${time(start)} – ${time(end)}`;
}
