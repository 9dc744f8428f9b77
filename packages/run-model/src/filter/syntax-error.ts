/**
 * A text is not a filter. `start` and `end` are the place, in UTF-16 units of the text; the message
 * is for people and never repeats what they wrote.
 */
export class FilterSyntaxError extends Error {
  override name = 'FilterSyntaxError';
  readonly start: number;
  readonly end: number;

  constructor(message: string, { start, end }: Span) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

/** From inclusive, to exclusive. */
export interface Span {
  start: number;
  end: number;
}
