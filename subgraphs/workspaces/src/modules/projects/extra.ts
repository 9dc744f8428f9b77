export type JsonObject = Record<string, unknown>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of its JSON text; a project is read in lists. */
export const maxExtraLength = 32 * 1024;

/**
 * What an update makes of a project's `extra`: replaced, but for `metadata`, which is merged key by key.
 * An evaluation writes its dataset's version into it at the end and must not lose what its start wrote.
 */
export function mergeExtra(known: JsonObject | null, given: JsonObject): JsonObject {
  const [before, after] = [known?.['metadata'], given['metadata']];
  if (!isJsonObject(before) || !isJsonObject(after)) return { ...known, ...given };
  return { ...known, ...given, metadata: { ...before, ...after } };
}
