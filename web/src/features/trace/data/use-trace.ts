import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createTraceSource } from './trace-source.ts';
import { createTraceStore } from './trace-store.ts';

/** A trace that is loaded and followed as long as it is on screen. */
export function useTrace(traceUuid: string, projectUuid?: string) {
  const client = useApolloClient();
  const store = useMemo(
    () =>
      createTraceStore({
        source: createTraceSource(client),
        traceId: traceUuid,
        projectId: projectUuid,
      }),
    [client, traceUuid, projectUuid],
  );
  useEffect(() => store.start(), [store]);
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  return { store, snapshot };
}
