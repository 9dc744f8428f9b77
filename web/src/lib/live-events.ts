/**
 * Event ids are `<milliseconds>-<number>-<position>`: the place in the stream, then the place in the
 * entry, each ordered as a number.
 */
export function compareEventIds(a: string, b: string): number {
  const aParts = a.split('-');
  const bParts = b.split('-');
  for (let index = 0; index < Math.max(aParts.length, bParts.length); index += 1) {
    const order = compareDigits(aParts[index] ?? '', bParts[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function compareDigits(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The server's clock as seen from here. An event cannot arrive before it was sent, so the largest
 * difference seen is the closest to the truth. Without any event the local clock counts.
 */
export function createServerClock() {
  let offsetMs: number | undefined;
  return {
    observe(eventId: string, localMs: number): void {
      const serverMs = /^\d{13}-/.test(eventId) ? Number(eventId.slice(0, 13)) : Number.NaN;
      // A replayed event is old and says nothing about now.
      if (Number.isNaN(serverMs) || Math.abs(serverMs - localMs) > 24 * 3_600_000) return;
      offsetMs = Math.max(offsetMs ?? Number.NEGATIVE_INFINITY, serverMs - localMs);
    },
    nowUs: (localMs: number): number => Math.round((localMs + (offsetMs ?? 0)) * 1000),
  };
}
