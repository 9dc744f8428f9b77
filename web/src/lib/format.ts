/** Durations for reading: three significant figures, then clock units. */
export function durationText(us: number): string {
  if (us < 1) return '0 ms';
  const ms = us / 1000;
  if (ms < 1) return `${ms.toFixed(2)} ms`;
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(2)} s`;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  const pad = (value: number) => String(value).padStart(2, '0');
  if (minutes < 60) return `${minutes} m ${pad(Math.floor(seconds % 60))} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${pad(minutes % 60)} m`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** Labels of a time axis: all in the unit of the span. */
export function tickText(us: number, spanUs: number): string {
  const trim = (value: number, digits: number) => String(Number(value.toFixed(digits)));
  if (us === 0) return '0';
  if (spanUs < 1000) return `${trim(us, 1)} µs`;
  if (spanUs < 2_000_000) return `${trim(us / 1000, 2)} ms`;
  if (spanUs < 180_000_000) return `${trim(us / 1e6, 2)} s`;
  if (spanUs < 2 * 3.6e9) return `${trim(us / 6e7, 1)} min`;
  return `${trim(us / 3.6e9, 1)} h`;
}

const grouped = new Intl.NumberFormat('en-US');

export function countText(value: number): string {
  return grouped.format(value);
}

/** Counts in little room: 950, 1.2k, 34k, 1.2M. */
export function shortCount(value: number): string {
  if (value < 1000) return String(value);
  if (value < 10_000) return `${(value / 1000).toFixed(1)}k`;
  if (value < 1_000_000) return `${Math.round(value / 1000)}k`;
  return `${(value / 1e6).toFixed(1)}M`;
}

export function costText(usd: number): string {
  if (usd === 0) return '$0';
  if (usd < 0.0001) return '<$0.0001';
  if (usd < 0.01) return `$${usd.toFixed(4)}`;
  if (usd < 1) return `$${usd.toFixed(3)}`;
  return `$${usd.toFixed(2)}`;
}

/** "3 min ago"; dates once it is more than a week. */
export function agoText(us: number, nowUs: number): string {
  const seconds = Math.max(0, (nowUs - us) / 1e6);
  if (seconds < 5) return 'just now';
  if (seconds < 60) return `${Math.floor(seconds)} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  if (seconds < 7 * 86_400) return `${Math.floor(seconds / 86_400)} d ago`;
  return new Date(us / 1000).toLocaleDateString(undefined, { dateStyle: 'medium' });
}

/** The exact instant in the reader's zone, which is named. */
export function exactTime(us: number): string {
  const date = new Date(us / 1000);
  const day = date.toLocaleDateString(undefined, { dateStyle: 'medium' });
  const zone = new Intl.DateTimeFormat(undefined, { timeZoneName: 'short' })
    .formatToParts(date)
    .find((part) => part.type === 'timeZoneName')?.value;
  const two = (value: number) => String(value).padStart(2, '0');
  const micros = String(Math.floor(us % 1_000_000)).padStart(6, '0');
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day}, ${clock}.${micros} ${zone ?? ''}`.trim();
}

/** Names may hold anything: line breaks and control characters become visible spaces. */
export function oneLine(text: string, maxLength = 2000): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  // eslint-disable-next-line no-control-regex
  return cut.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ');
}

/** What "unnamed" looks like, so that an empty name can still be clicked. */
export function runName(name: string | undefined): string {
  const text = oneLine(name ?? '').trim();
  return text === '' ? 'unnamed' : text;
}

/** The day of an instant in the reader's zone. */
export function dayText(us: number): string {
  return new Date(us / 1000).toLocaleDateString(undefined, { dateStyle: 'medium' });
}

/** `3.1 MB`, in powers of a thousand. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 100) / 10} KB`;
  return `${Math.round(bytes / 100_000) / 10} MB`;
}
