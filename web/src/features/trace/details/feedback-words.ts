import { countText } from '../../../lib/format.ts';

interface Judgement {
  score?: number | null | undefined;
  value?: unknown;
}

/** The judgement in few characters: the score, else a short value; undefined when there is neither. */
export function scoreText({ score, value }: Judgement): string | undefined {
  if (typeof score === 'number') return shortNumber(score);
  if (typeof value === 'string') return value.length <= 24 ? value : `${value.slice(0, 24)}…`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

/** Whether the score is told with fewer digits than it has. */
export function isRounded({ score }: Judgement): boolean {
  return typeof score === 'number' && Number(shortNumber(score).replaceAll(',', '')) !== score;
}

/** Four digits; of large numbers the fraction goes and nothing else. */
function shortNumber(value: number): string {
  if (Math.abs(value) < 1000) return String(Number(value.toPrecision(4)));
  return Math.abs(value) < 1e15 ? countText(Math.round(value)) : String(value);
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
