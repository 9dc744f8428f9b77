import type { FeedbackItemFragment, RunFeedbackQuery } from '../../../../gql/graphql.ts';

export type FeedbackScale = RunFeedbackQuery['feedbackConfigs'][number];

/** What is being written. Texts as they are typed. */
export interface FeedbackDraft {
  key: string;
  score: string;
  /** Label of the chosen category. */
  category: string | null;
  comment: string;
  correction: string;
}

export const emptyDraft: FeedbackDraft = {
  key: '',
  score: '',
  category: null,
  comment: '',
  correction: '',
};

export function draftOf(feedback: FeedbackItemFragment): FeedbackDraft {
  const { key, score, value, comment, correction } = feedback;
  return {
    key,
    score: score === null ? '' : String(score),
    category: typeof value === 'string' ? value : null,
    comment: comment ?? '',
    correction: correctionText(correction),
  };
}

const correctionText = (correction: unknown): string => {
  if (correction === null || correction === undefined) return '';
  return typeof correction === 'string' ? correction : JSON.stringify(correction, null, 2);
};

export interface JudgementFields {
  score: number | null;
  value?: unknown;
  comment: string | null;
  correction: unknown;
}

/** The fields of a draft as the graph takes them; undefined when the score is no number. */
export function fieldsOf(draft: FeedbackDraft): JudgementFields | undefined {
  const score = draft.score.trim() === '' ? null : Number(draft.score);
  if (score !== null && !Number.isFinite(score)) return undefined;
  return {
    score,
    value: draft.category,
    comment: draft.comment.trim() === '' ? null : draft.comment,
    correction: readCorrection(draft.correction),
  };
}

/** An object that was typed is one; anything else is text. */
function readCorrection(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!trimmed.startsWith('{')) return text;
  try {
    return JSON.parse(trimmed) as unknown;
  } catch {
    return text;
  }
}

/** Whether it says anything yet. */
export const saysSomething = (draft: FeedbackDraft): boolean =>
  draft.score.trim() !== '' ||
  draft.category !== null ||
  draft.comment.trim() !== '' ||
  draft.correction.trim() !== '';
