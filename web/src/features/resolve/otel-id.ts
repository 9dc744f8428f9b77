/**
 * The UUID under which a trace or a span of OpenTelemetry is kept: a trace id is 16 bytes, which are the
 * UUID; a span id is 8, which are its last ones. Undefined for anything that is neither, UUIDs included.
 */
export function uuidOfOtelId(id: string): string | undefined {
  const hex = id.trim().toLowerCase();
  if (!/^[0-9a-f]+$/.test(hex)) return undefined;
  if (hex.length === 32) return grouped(hex);
  return hex.length === 16 ? grouped(`${'0'.repeat(16)}${hex}`) : undefined;
}

const grouped = (hex: string): string =>
  hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
