/** Runs of a trace whose inputs, outputs or errors have the text. */
export interface ContentSearch {
  /** `more`: there are more than can be told; `failed`: names are all that was searched. */
  state: 'idle' | 'searching' | 'done' | 'more' | 'failed';
  uuids: ReadonlySet<string>;
}
const none: ContentSearch = { state: 'idle', uuids: new Set() };
export function useContentSearch(_traceUuid: string | null, _text: string): ContentSearch {
  return none;
}
