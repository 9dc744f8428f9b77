import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { permissions } from '@runlight/auth';
import type { Principal } from '@runlight/auth';
import { createClickHouse } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import { scopedGlobalId } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import { createFileLinks, createObjectStore } from '@runlight/objects';
import { uuidv7 } from '@runlight/run-model';
import { createLogger } from '@runlight/service';
import { graphql, parse, subscribe } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { createTracesSubgraph } from '../../src/index.ts';
import type { TracesOptions } from '../../src/index.ts';
import { storeFeedback, storeRuns } from './stored-runs.ts';
import type { StoredFeedback, StoredRun } from './stored-runs.ts';

/** Of the tests' file links. */
const secret = 'a secret of at least 32 characters';

export const log = createLogger({ service: 'test', level: 'silent' });

/** A workspace with a project, and a caller in it. Every test takes its own. */
export interface Caller {
  workspaceId: string;
  projectId: string;
  /** Global id of the project. */
  project: string;
  principal: Principal;
}

export function newCaller(allowed: Principal['permissions'] = new Set(permissions)): Caller {
  const [workspaceId, projectId] = [uuidv7(), uuidv7()];
  return {
    workspaceId,
    projectId,
    project: scopedGlobalId('Project', workspaceId, projectId),
    principal: {
      id: uuidv7(),
      kind: 'apiKey',
      organizationId: uuidv7(),
      workspaceId,
      permissions: allowed,
    },
  };
}

export interface Answer<T> {
  data: T;
  codes: unknown[];
}

export type TracesGraph = ReturnType<typeof createTracesGraph>;

/** The subgraph on a real store, called as the gateway calls it. */
export function createTracesGraph(
  clickhouseUrl: string,
  options: Pick<TracesOptions, 'live'> & Partial<TracesOptions>,
) {
  const queries: string[] = [];
  const clickhouse = createClickHouse({ url: clickhouseUrl, log, applicationName: 'test' });
  const counted: ClickHouse = {
    ...clickhouse,
    rows: (query) => {
      queries.push(query.name);
      return clickhouse.rows(query);
    },
  };
  const folder = mkdtempSync(join(tmpdir(), 'runlight-objects-'));
  const objects = createObjectStore({ url: pathToFileURL(folder).href, log });
  const links = createFileLinks({ secret });
  const { schema } = createTracesSubgraph({
    clickhouse: counted,
    objects,
    links,
    log,
    ...options,
  });

  const contextOf = (caller: Caller, signal = new AbortController().signal): RequestContext => ({
    principal: caller.principal,
    requestId: 'test',
    log,
    signal,
  });

  return {
    /** Names of the store queries since the last call. */
    takeQueries: () => queries.splice(0),
    objects,
    links,
    store: (runs: readonly StoredRun[]) => storeRuns(clickhouseUrl, runs),
    storeFeedback: (feedback: readonly StoredFeedback[]) => storeFeedback(clickhouseUrl, feedback),
    close: async () => {
      await clickhouse.close();
      await objects.close();
      await rm(folder, { recursive: true, force: true });
    },

    ask: async <T>(
      caller: Caller,
      source: string,
      variables: Record<string, unknown> = {},
    ): Promise<Answer<T>> => {
      const result = await graphql({
        schema,
        source,
        variableValues: variables,
        contextValue: contextOf(caller),
      });
      const codes = (result.errors ?? []).map(
        ({ extensions, message }) => extensions['code'] ?? message,
      );
      // As JSON, for plain objects to compare with.
      return { data: JSON.parse(JSON.stringify(result.data ?? null)) as T, codes };
    },

    subscribe: async (
      caller: Caller,
      source: string,
      variables: Record<string, unknown>,
      signal?: AbortSignal,
    ): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> =>
      subscribe({
        schema,
        document: parse(source),
        variableValues: variables,
        contextValue: contextOf(caller, signal),
      }),
  };
}

/** For tests without live events. */
export const noLive: TracesOptions['live'] = {
  subscribe: () => {
    throw new Error('No live events in this test');
  },
};
