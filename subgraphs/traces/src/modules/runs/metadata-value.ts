/**
 * A value by its key, or by the longest key that the path begins with and what lies below it there in JSON.
 * undefined when there is none.
 */
export function metadataValue(
  metadata: Readonly<Record<string, string>>,
  path: string,
): string | undefined {
  if (Object.hasOwn(metadata, path)) return metadata[path];
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const key = path.slice(0, dot);
    if (!Object.hasOwn(metadata, key)) continue;
    return textOf(below(parse(metadata[key]!), path.slice(dot + 1).split('.')));
  }
  return undefined;
}

function below(value: unknown, steps: readonly string[]): unknown {
  let found = value;
  for (const step of steps) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) {
      return undefined;
    }
    found = (found as Record<string, unknown>)[step];
  }
  return found;
}

/** undefined for text that is not JSON, such as a value that was cut. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Strings as they are, others as JSON, as the values of the map itself. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
