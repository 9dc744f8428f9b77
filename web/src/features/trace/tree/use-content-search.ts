import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { contentSearchQuery } from '../trace-documents.ts';

/** Runs of a trace whose inputs, outputs or errors have the text. */
export interface ContentSearch {
  /** `more`: there are more than can be told; `failed`: names are all that was searched. */
  state: 'idle' | 'searching' | 'done' | 'more' | 'failed';
  uuids: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
/** Typing goes on; the server is asked when it rests. */
const restMs = 300;
const shortest = 2;
const longest = 256;

/** Searches the contents of a trace on the server; what was found before stays until the answer. */
export function useContentSearch(traceUuid: string | null, text: string): ContentSearch {
  const client = useApolloClient();
  const [search, setSearch] = useState<ContentSearch>({ state: 'idle', uuids: none });
  const wanted = text.trim().slice(0, longest);

  useEffect(() => {
    if (traceUuid === null || wanted.length < shortest) {
      setSearch((now) => (now.state === 'idle' ? now : { state: 'idle', uuids: none }));
      return undefined;
    }
    const abort = new AbortController();
    setSearch(({ uuids }) => ({ state: 'searching', uuids }));
    const ask = async () => {
      try {
        const { data } = await client.query({
          query: contentSearchQuery,
          variables: { id: traceUuid, text: wanted },
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal: abort.signal } },
        });
        if (abort.signal.aborted) return;
        const found = data?.trace?.searchRuns;
        const state = found?.precision === 'EXACT' ? 'done' : 'more';
        setSearch({ state, uuids: new Set(found?.runUuids ?? []) });
      } catch {
        if (!abort.signal.aborted) setSearch({ state: 'failed', uuids: none });
      }
    };
    const timer = setTimeout(() => void ask(), restMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, traceUuid, wanted]);

  return search;
}
