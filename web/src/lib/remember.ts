const prefix = 'runlight.';

/** A preference of this browser; the fallback when there is none or storage is closed to us. */
export function remembered<T extends string | number>(key: string, fallback: T): T {
  try {
    const text = localStorage.getItem(prefix + key);
    if (text === null) return fallback;
    const value: unknown = JSON.parse(text);
    return typeof value === typeof fallback ? (value as T) : fallback;
  } catch {
    return fallback;
  }
}

export function remember(key: string, value: string | number): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Private windows may refuse; then the preference lasts as long as the page.
  }
}
