/** Custom properties of `tokens.css`, in the order in which they are easiest to tell apart. */
export const palette = [
  'var(--series-1)',
  'var(--series-2)',
  'var(--series-3)',
  'var(--series-4)',
  'var(--series-5)',
  'var(--series-6)',
  'var(--series-7)',
  'var(--series-8)',
] as const;

/** What is left over has no colour of its own. */
export const otherColour = 'var(--series-other)';

/** Which place of the palette each name has. */
export type ColourBook = Record<string, number>;

/**
 * Places for the names of one chart. A name that has one keeps it; a new one takes the place its letters
 * choose, or the next that is free in this chart. Returns the book with the new names added.
 */
export function withColours(book: ColourBook, names: readonly string[]): ColourBook {
  const taken = new Set(names.map((name) => placeIn(book, name)));
  const next = { ...book };
  for (const name of names) {
    if (placeIn(next, name) !== undefined) continue;
    let place = hash(name) % palette.length;
    for (let tries = 0; taken.has(place) && tries < palette.length; tries += 1) {
      place = (place + 1) % palette.length;
    }
    taken.add(place);
    next[name] = place;
  }
  return next;
}

export function colourOf(book: ColourBook, name: string): string {
  return palette[placeIn(book, name) ?? hash(name) % palette.length]!;
}

function placeIn(book: ColourBook, name: string): number | undefined {
  return Object.hasOwn(book, name) ? book[name] : undefined;
}

function hash(text: string): number {
  let sum = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 16_777_619);
  }
  return sum >>> 0;
}
