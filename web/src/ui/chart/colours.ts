import { remember, remembered } from '../../lib/remember.ts';
import { colourOf, palette, withColours } from './palette.ts';
import type { ColourBook } from './palette.ts';

const mostNames = 400;

let book: ColourBook | undefined;

/** Colours for the names of one chart: the same name has the same one on every page of this browser. */
export function coloursFor(names: readonly string[]): (name: string) => string {
  const before = (book ??= readBook());
  const after = withColours(before, names);
  if (Object.keys(after).length !== Object.keys(before).length) {
    book = Object.keys(after).length > mostNames ? withColours({}, names) : after;
    remember('chart.colours', JSON.stringify(book));
  }
  return (name) => colourOf(after, name);
}

function readBook(): ColourBook {
  try {
    const kept: unknown = JSON.parse(remembered<string>('chart.colours', '{}'));
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept as ColourBook).filter(
        ([, place]) => Number.isInteger(place) && place >= 0 && place < palette.length,
      ),
    );
  } catch {
    return {};
  }
}
