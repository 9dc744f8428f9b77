import { useMutation, useQuery } from '@apollo/client/react';
import { errorWords } from '../../../../api/error-words.ts';
import type { FeedbackItemFragment } from '../../../../gql/graphql.ts';
import type { FeedbackScale, JudgementFields } from './draft.ts';
import {
  createFeedbackMutation,
  deleteFeedbackMutation,
  runFeedbackQuery,
  updateFeedbackMutation,
} from './feedback-documents.ts';

export interface RunFeedback {
  /** undefined while it is loaded, or when it is nobody's business. */
  items: FeedbackItemFragment[] | undefined;
  scales: readonly FeedbackScale[];
  mayGive: boolean;
  /** Each resolves with what went wrong, or with nothing. */
  give: (key: string, fields: JudgementFields) => Promise<string | undefined>;
  change: (id: string, fields: JudgementFields) => Promise<string | undefined>;
  remove: (id: string) => Promise<string | undefined>;
}

/** Feedback of a run, read anew after each change. */
export function useFeedback(runId: string): RunFeedback {
  const { data, refetch } = useQuery(runFeedbackQuery, {
    variables: { id: runId },
    fetchPolicy: 'no-cache',
  });
  const [create] = useMutation(createFeedbackMutation);
  const [update] = useMutation(updateFeedbackMutation);
  const [erase] = useMutation(deleteFeedbackMutation);

  async function done(
    write: () => Promise<readonly { message: string }[] | undefined>,
  ): Promise<string | undefined> {
    try {
      const [mistake] = (await write()) ?? [];
      if (mistake) return mistake.message;
      await refetch();
      return undefined;
    } catch (error) {
      const { title, text } = errorWords(error);
      return `${title}. ${text}`;
    }
  }

  return {
    items: data?.run?.feedback,
    scales: data?.feedbackConfigs ?? [],
    mayGive: data?.viewer.permissions.includes('feedback:write') ?? false,
    give: (key, fields) =>
      done(async () => {
        const answer = await create({ variables: { input: { runId, key, ...fields } } });
        return answer.data?.createFeedback.userErrors;
      }),
    change: (id, fields) =>
      done(async () => {
        const answer = await update({ variables: { input: { id, ...fields } } });
        return answer.data?.updateFeedback.userErrors;
      }),
    remove: (id) =>
      done(async () => {
        const answer = await erase({ variables: { id } });
        return answer.data?.deleteFeedback.userErrors;
      }),
  };
}
