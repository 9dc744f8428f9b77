import { inputMessages, outputMessages } from '../payload/messages.ts';
import type { RunType } from '../../../gql/graphql.ts';
import { allTabs } from './parse-tab.ts';
import type { DetailsTab } from './parse-tab.ts';

export const tabWords: Record<DetailsTab, string> = {
  overview: 'Overview',
  messages: 'Messages',
  raw: 'Raw',
  metadata: 'Metadata',
};

/** The tabs of a run: messages where there may be or are some. */
export function detailsTabs(
  runType: RunType | undefined,
  details: { inputs?: unknown; outputs?: unknown } | undefined,
): readonly DetailsTab[] {
  const hasMessages =
    runType === 'LLM' ||
    (details !== undefined &&
      (inputMessages(details.inputs) ?? outputMessages(details.outputs)) !== undefined);
  return hasMessages ? allTabs : allTabs.filter((tab) => tab !== 'messages');
}
