import type { TraceRunType } from '../model/trace-run.ts';
import { inputMessages, outputMessages } from '../payload/messages.ts';

export const allTabs = ['overview', 'messages', 'raw', 'metadata'] as const;
export type DetailsTab = (typeof allTabs)[number];

export const tabWords: Record<DetailsTab, string> = {
  overview: 'Overview',
  messages: 'Messages',
  raw: 'Raw',
  metadata: 'Metadata',
};

export function parseTab(text: unknown): DetailsTab {
  return allTabs.find((tab) => tab === text) ?? 'overview';
}

/** The tabs of a run: messages where there may be or are some. */
export function detailsTabs(
  runType: TraceRunType | undefined,
  details: { inputs?: unknown; outputs?: unknown } | undefined,
): readonly DetailsTab[] {
  const hasMessages =
    runType === 'LLM' ||
    (details !== undefined &&
      (inputMessages(details.inputs) ?? outputMessages(details.outputs)) !== undefined);
  return hasMessages ? allTabs : allTabs.filter((tab) => tab !== 'messages');
}
