interface Judgement {
  score?: number | null | undefined;
  value?: unknown;
}

/** The judgement in few characters: the score, else a short value; undefined when there is neither. */
export function scoreText({ score, value }: Judgement): string | undefined {
  if (typeof score === 'number') return String(Number(score.toPrecision(4)));
  if (typeof value === 'string') return value.length <= 24 ? value : `${value.slice(0, 24)}…`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

const sources: Record<string, string> = {
  api: 'by a program',
  app: 'by a person in the app',
  model: 'by a model',
  auto_eval: 'by an evaluator',
};

export function sourceText(source: string | null | undefined): string {
  if (!source) return 'by somebody';
  return Object.hasOwn(sources, source) ? sources[source]! : `by ${source.slice(0, 40)}`;
}
