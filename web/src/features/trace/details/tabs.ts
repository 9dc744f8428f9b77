import { inputMessages, outputMessages } from '../payload/messages.ts';
import type { RunType } from '../../../gql/graphql.ts';
import { allTabs } from './parse-tab.ts';
import type { DetailsTab } from './parse-tab.ts';
import type { RunDetailsRecord } from './use-run-details.ts';

export const tabWords: Record<DetailsTab, string> = {
  overview: 'Overview',
  messages: 'Messages',
  raw: 'Raw',
  metadata: 'Metadata',
};

/** The tabs of a run: messages where there may be or are some. */
export function detailsTabs(
  runType: RunType | undefined,
  details: Pick<RunDetailsRecord, 'inputs' | 'outputs'> | undefined,
): readonly DetailsTab[] {
  const hasMessages =
    runType === 'LLM' ||
    (details !== undefined &&
      (inputMessages(details.inputs?.json) ?? outputMessages(details.outputs?.json)) !== undefined);
  return hasMessages ? allTabs : allTabs.filter((tab) => tab !== 'messages');
}
