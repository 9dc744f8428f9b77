import { clampWidth } from '../../../ui/grid/grid-columns.ts';
import type { ColumnPlace } from '../../../ui/grid/grid-columns.ts';

const mostColumns = 60;
const mostIdLength = 300;

/** Columns in an address: `name:240,^cost,metadata.user` – `^` is pinned, the number a width in px. */
export function printColumns(places: readonly ColumnPlace[]): string {
  return places
    .map((place) => {
      const width = place.width === undefined ? '' : `:${place.width}`;
      return `${place.isPinned ? '^' : ''}${escaped(place.id)}${width}`;
    })
    .join(',');
}

/** Reads what `printColumns` wrote; what makes no sense is left out, and a column counts once. */
export function parseColumns(text: string): ColumnPlace[] {
  const places = text.split(',').slice(0, mostColumns).flatMap(placeOf);
  const seen = new Set<string>();
  return places.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function placeOf(part: string): ColumnPlace[] {
  const match = /^(\^?)([^:^]+)(?::(\d{1,5}))?$/.exec(part.trim());
  const id = match?.[2] === undefined ? undefined : unescaped(match[2]);
  if (!match || id === undefined || id.length > mostIdLength) return [];
  return [
    {
      id,
      ...(match[3] === undefined ? {} : { width: clampWidth(Number(match[3]), {}) }),
      ...(match[1] === '' ? {} : { isPinned: true }),
    },
  ];
}

/** Paths of metadata may hold anything. */
function escaped(id: string): string {
  return id.replaceAll(
    /[%,:^\s]/g,
    (sign) => `%${sign.codePointAt(0)!.toString(16).padStart(2, '0')}`,
  );
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
