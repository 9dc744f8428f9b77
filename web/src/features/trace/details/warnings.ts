/**
 * What a warning code means to a reader. Codes may carry a detail after a colon; unknown codes are
 * shown as they are.
 */
const meanings: [pattern: RegExp, text: string][] = [
  [/add_up/, 'Parts of the token counts are larger than their sum; they are kept as they came.'],
  [/attachment/, 'Something about an attachment was wrong; it was left out or corrected.'],
  [/time.*future/, 'The run says that it started in the future: a clock may be wrong.'],
  [/time.*past/, 'The run started more than a year before it arrived.'],
  [/twice/, 'A field was sent twice in one request; the last one was kept.'],
  [/self.?parent|parent.*self/, 'The run named itself as its parent, so it stands as a root.'],
  [/cycle/, 'Runs named each other as parents, so they stand as roots.'],
  [/parent/, 'What the run said about its parent was contradictory or unusable.'],
  [/dotted.?order/, 'The dotted order was malformed or contradicted the ids; the ids were used.'],
  [/end.*before|negative/, 'The run ended before it started, so its duration is unknown.'],
  [/time|clock|future|past|skew/, 'A time was out of range or unreadable and was corrected.'],
  [/tag/, 'There were too many labels or some were too long; the rest was left out.'],
  [/metadata/, 'Metadata was cut to what is kept for searching; the raw data has all of it.'],
  [/name/, 'The name was missing or too long and was corrected.'],
  [/run.?type/, 'The type of run is not one we know; it is treated as a chain.'],
  [
    /surrogate|utf|encoding|nul/,
    'The text contained characters that are not valid and were replaced.',
  ],
  [/trunc|cut|size|large|depth/, 'Something was too large or too deep and was cut.'],
  [/token|usage|cost/, 'Tokens or cost were not plausible and were left out.'],
];

export function warningText(code: string): string {
  const lower = code.toLowerCase();
  return meanings.find(([pattern]) => pattern.test(lower))?.[1] ?? 'Corrected on the way in.';
}
