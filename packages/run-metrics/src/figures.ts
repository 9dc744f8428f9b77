/** Figures that cost reading of their own; counts of runs and errors are always there. */
export const figures = [
  'traces',
  'latency',
  'firstToken',
  'streaming',
  'tokens',
  'tokenDetails',
  'tokensPerRun',
  'cost',
  'costPerRun',
  'feedback',
  'lastRun',
] as const;

export type Figure = (typeof figures)[number];
