/** End of the accepted range, exclusive: times are from 1970 up to the end of 2200. */
export const endOfTimeUs = Date.UTC(2201, 0, 1) * 1000;

/**
 * Microseconds since 1970 of a time on the wire: ISO 8601 with or without a zone (none is UTC), or a
 * number of seconds, milliseconds, microseconds or nanoseconds, told apart by magnitude. Undefined
 * for anything that is not a time in range; nothing is ever clamped.
 */
export function parseTime(value: unknown): number | undefined {
  if (typeof value === 'number') return parseEpoch(value);
  if (typeof value !== 'string') return undefined;
  return parseIso(value) ?? (epochText.test(value) ? parseEpoch(Number(value)) : undefined);
}

/** RFC 3339 in UTC, always with six fractional digits: `2026-01-02T03:04:05.678901Z`. */
export function formatInstant(us: number): string {
  const ms = Math.floor(us / 1000);
  const rest = String(us - ms * 1000).padStart(3, '0');
  return new Date(ms).toISOString().replace('Z', `${rest}Z`);
}

const epochText = /^\d{9,19}$/;

function parseEpoch(value: number): number | undefined {
  if (!Number.isFinite(value) || value < 0) return undefined;
  // The smallest unit's range begins where the next larger unit's range ends.
  for (const unitUs of [1_000_000, 1000, 1]) {
    const us = Math.round(value * unitUs);
    if (us < endOfTimeUs) return us;
  }
  const us = Math.floor(value / 1000);
  return us < endOfTimeUs ? us : undefined;
}

/** The number written at [at, at + length), or NaN. */
export function digitsAt(text: string, at: number, length: number): number {
  let value = 0;
  for (let index = at; index < at + length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    // The negation also catches NaN, beyond the end.
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Microseconds of a calendar time; undefined when a field is NaN or beyond what the calendar has. */
export function calendarUs(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | undefined {
  const isTime = hour <= 23 && minute <= 59 && second <= 60;
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && isTime))
    return undefined;
  if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  // A leap second (:60) is the first of the next minute.
  return Date.UTC(year, month - 1, day, hour, minute, second) * 1000;
}

function parseIso(text: string): number | undefined {
  // YYYY-MM-DD
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) return undefined;
  const date = [digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)] as const;
  if (text.length === 10) return inRange(calendarUs(...date, 0, 0, 0));
  const separator = text.charCodeAt(10);
  // `T`, `t` or a blank, as Python's str() writes it.
  if (separator !== 0x54 && separator !== 0x74 && separator !== 0x20) return undefined;
  if (text.charCodeAt(13) !== 0x3a) return undefined;
  const hasSeconds = text.charCodeAt(16) === 0x3a;
  const seconds = hasSeconds ? digitsAt(text, 17, 2) : 0;
  const us = calendarUs(...date, digitsAt(text, 11, 2), digitsAt(text, 14, 2), seconds);
  if (us === undefined) return undefined;
  const fraction = hasSeconds ? parseFraction(text, 19) : { us: 0, end: 16 };
  const zoneUs = parseZone(text, fraction.end);
  return zoneUs === undefined ? undefined : inRange(us + fraction.us - zoneUs);
}

const inRange = (us: number | undefined): number | undefined =>
  us !== undefined && us >= 0 && us < endOfTimeUs ? us : undefined;

/** Microseconds of `.678001…` at `at`; finer digits are left out. */
function parseFraction(text: string, at: number): { us: number; end: number } {
  const mark = text.charCodeAt(at);
  if (mark !== 0x2e && mark !== 0x2c) return { us: 0, end: at };
  let us = 0;
  let unit = 100_000;
  let end = at + 1;
  for (; end < text.length; end += 1) {
    const digit = text.charCodeAt(end) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    us += digit * unit;
    unit = unit > 1 ? unit / 10 : 0;
  }
  // A mark without a digit is no fraction; the zone parser then refuses it.
  return end === at + 1 ? { us: 0, end: at } : { us, end };
}

const zonePattern = /^([+-])(\d{2})(?::?(\d{2}))?$/;

/** Offset from UTC in microseconds; undefined when the rest of the text is not a zone. */
function parseZone(text: string, at: number): number | undefined {
  if (at === text.length) return 0;
  const rest = text.slice(at);
  if (rest === 'Z' || rest === 'z' || rest === '+00:00') return 0;
  const match = zonePattern.exec(rest);
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59) return undefined;
  return (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000_000;
}
