import type {
  FeedbackScaleInput,
  FeedbackScalesQuery,
  FeedbackScaleType,
} from '../../gql/graphql.ts';

export type Scale = FeedbackScalesQuery['feedbackConfigs'][number];

/** A scale as it is typed. */
export interface ScaleDraft {
  key: string;
  type: FeedbackScaleType;
  min: string;
  max: string;
  /** One a line: `value = label`. */
  categories: string;
  direction: 'higher' | 'lower' | 'unsaid';
  isEnforced: boolean;
}

export const emptyScale: ScaleDraft = {
  key: '',
  type: 'CONTINUOUS',
  min: '0',
  max: '1',
  categories: '1 = good\n0 = bad',
  direction: 'unsaid',
  isEnforced: false,
};

export function scaleDraftOf(scale: Scale): ScaleDraft {
  const { key, type, min, max, categories, isLowerScoreBetter, isEnforced } = scale;
  return {
    key,
    type,
    min: min === null ? '' : String(min),
    max: max === null ? '' : String(max),
    categories: categories
      .map(({ value, label }) => (label === null ? String(value) : `${value} = ${label}`))
      .join('\n'),
    direction: isLowerScoreBetter === null ? 'unsaid' : isLowerScoreBetter ? 'lower' : 'higher',
    isEnforced,
  };
}

/** The scale as the graph takes it; undefined when a line is no category. */
export function scaleInputOf(draft: ScaleDraft): FeedbackScaleInput | undefined {
  const { type } = draft;
  if (type === 'FREEFORM') return { type };
  if (type === 'CONTINUOUS') return { type, min: numberOf(draft.min), max: numberOf(draft.max) };
  const lines = draft.categories.split('\n').filter((line) => line.trim() !== '');
  const categories = lines.map(categoryOf);
  return categories.every((category) => category !== undefined) ? { type, categories } : undefined;
}

export const directionOf = ({ direction }: ScaleDraft): boolean | null =>
  direction === 'unsaid' ? null : direction === 'lower';

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

function categoryOf(line: string): { value: number; label: string | null } | undefined {
  const [before = '', ...rest] = line.split('=');
  const value = Number(before);
  if (before.trim() === '' || !Number.isFinite(value)) return undefined;
  const label = rest.join('=').trim();
  return { value, label: label === '' ? null : label };
}
