/** The tabs of the detail pane; apart, so that reading an address loads no renderer. */
export const allTabs = ['overview', 'messages', 'raw', 'metadata'] as const;
export type DetailsTab = (typeof allTabs)[number];

export function parseTab(text: unknown): DetailsTab {
  return allTabs.find((tab) => tab === text) ?? 'overview';
}
