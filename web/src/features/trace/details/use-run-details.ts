import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { useEffect, useRef, useState } from 'react';
import type { TraceRunDetailsQuery, TraceRunRawQuery } from '../../../gql/graphql.ts';
import { runDetailsQuery, runRawQuery } from '../trace-documents.ts';
import { createRunCache } from './run-cache.ts';

export type RunDetailsRecord = NonNullable<TraceRunDetailsQuery['run']>;
export type RunRawRecord = NonNullable<TraceRunRawQuery['run']>;
/** A payload field of a run; null when none arrived. */
export type PayloadRecord = RunDetailsRecord['inputs'];

export interface Loaded<T> {
  value: T | undefined;
  error: unknown;
  isLoading: boolean;
  retry: () => void;
  /** Loads again while what is there stays on screen. */
  renew: () => void;
}

interface LoadOptions<T> {
  /** Global id or UUID; undefined loads nothing. */
  id: string | undefined;
  /** Another version is loaded while the old one stays on screen. */
  version: string;
  load: (client: ApolloClient, id: string, signal: AbortSignal) => Promise<T | null>;
  sizeOf: (value: T) => number;
}

/** Links in what was loaded work for five minutes at least. */
const maxAgeMs = 4 * 60_000;

/** Holding a key down passes many runs: only where it rests is anything fetched. */
const restMs = 70;

/**
 * Loads something of one run on selection. Payloads may be megabytes, so they are kept in a small
 * cache of their own instead of the normalised one.
 */
function useLoaded<T>({ id, version, load, sizeOf }: LoadOptions<T>): Loaded<T> {
  const client = useApolloClient();
  const [cache] = useState(() =>
    createRunCache<T>({ maxCount: 24, maxBytes: 48_000_000, maxAgeMs }),
  );
  const [answer, setAnswer] = useState<{ key: string; id: string; value?: T; error?: unknown }>();
  const [attempt, setAttempt] = useState(0);
  const latest = useRef({ load, sizeOf });
  latest.current = { load, sizeOf };
  const key = `${id}@${version}`;
  const cached = id === undefined ? undefined : cache.get(key);

  useEffect(() => {
    if (id === undefined || cache.get(key) !== undefined) return undefined;
    const abort = new AbortController();
    const fetchNow = async () => {
      try {
        const value = await latest.current.load(client, id, abort.signal);
        if (abort.signal.aborted) return;
        if (value === null) throw new Error('The run is not there (yet).');
        cache.set(key, value, latest.current.sizeOf(value));
        setAnswer({ key, id, value });
      } catch (error) {
        if (!abort.signal.aborted) setAnswer({ key, id, error });
      }
    };
    const timer = setTimeout(() => void fetchNow(), restMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [cache, client, id, key, attempt]);

  const isAnswered = cached !== undefined || answer?.key === key;
  const own = answer?.id === id ? answer : undefined;
  return {
    value: cached ?? own?.value,
    error: cached === undefined && answer?.key === key ? answer.error : undefined,
    isLoading: id !== undefined && !isAnswered,
    retry: () => {
      setAnswer(undefined);
      setAttempt((count) => count + 1);
    },
    renew: () => {
      cache.remove(key);
      setAttempt((count) => count + 1);
    },
  };
}

/** Inputs, outputs and everything about a run. */
export function useRunDetails(id: string | undefined, version: string): Loaded<RunDetailsRecord> {
  return useLoaded({
    id,
    version,
    load: async (client, runId, signal) => {
      const { data } = await client.query({
        query: runDetailsQuery,
        variables: { id: runId },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal } },
      });
      return data?.run ?? null;
    },
    sizeOf: (run) => 2000 + shownBytes(run.inputs) + shownBytes(run.outputs),
  });
}

/** What only the raw tab shows; loaded when it is opened. */
export function useRunRaw(id: string | undefined, version: string): Loaded<RunRawRecord> {
  return useLoaded({
    id,
    version,
    load: async (client, runId, signal) => {
      const { data } = await client.query({
        query: runRawQuery,
        variables: { id: runId },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal } },
      });
      return data?.run ?? null;
    },
    sizeOf: (run) =>
      2000 + shownBytes(run.events) + shownBytes(run.extra) + shownBytes(run.serialized),
  });
}

function shownBytes(payload: PayloadRecord): number {
  return payload ? (payload.head?.length ?? payload.sizeBytes) : 0;
}
