import { sql } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import { compileFilter } from '@runlight/clickhouse/run-filter';
import { toFilterInput } from '@runlight/run-model';
import type { RunFilter, RunKey } from '@runlight/run-model';
import { keyColumns, parseKey } from '../runs/run-row.ts';
import { andInSpan, createTenant } from '../runs/tenant.ts';

/** Those of the runs that match, each by its `idOf`. */
export type FindMatches = (
  workspaceId: string,
  filter: RunFilter,
  keys: readonly RunKey[],
) => Promise<ReadonlySet<string>>;

export interface StoreFilter {
  /** Whether the stored run matches. Calls of a moment with the same filter are one query. */
  matches: (filter: RunFilter, key: RunKey) => Promise<boolean>;
}

/** How many runs one statement asks for: their keys are one parameter of it. */
const maxKeys = 500;

interface Waiting {
  key: RunKey;
  promise: Promise<boolean>;
  resolve: (isMatch: boolean) => void;
  reject: (error: unknown) => void;
}

/** Runs of a workspace that wait for the answer to one filter. */
interface Line {
  workspaceId: string;
  filter: RunFilter;
  waiting: Map<string, Waiting>;
  isAsking: boolean;
}

/**
 * Decides conditions that a live event cannot answer itself, as content and other runs, by asking the store.
 * There is at most one query at a time for each distinct filter of a workspace, however many subscribers it has;
 * what comes meanwhile shares the next one.
 */
export function createStoreFilter(find: FindMatches): StoreFilter {
  const lines = new Map<string, Line>();

  async function ask(id: string, line: Line): Promise<void> {
    line.isAsking = true;
    // What is published in one go is asked in one go.
    await new Promise(setImmediate);
    while (line.waiting.size > 0) {
      const batch = [...line.waiting.values()].slice(0, maxKeys);
      for (const { key } of batch) line.waiting.delete(idOf(key));
      try {
        const keys = batch.map(({ key }) => key);
        const found = await find(line.workspaceId, line.filter, keys);
        for (const { key, resolve } of batch) resolve(found.has(idOf(key)));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    lines.delete(id);
  }

  return {
    matches: (filter, key) => {
      const id = `${key.workspaceId} ${JSON.stringify(toFilterInput(filter))}`;
      const line = lines.get(id) ?? {
        workspaceId: key.workspaceId,
        filter,
        waiting: new Map<string, Waiting>(),
        isAsking: false,
      };
      lines.set(id, line);
      const known = line.waiting.get(idOf(key));
      if (known) return known.promise;
      const { promise, resolve, reject } = Promise.withResolvers<boolean>();
      line.waiting.set(idOf(key), { key, promise, resolve, reject });
      if (!line.isAsking) void ask(id, line);
      return promise;
    },
  };
}

/** The same run may be in two projects. */
export const idOf = ({ projectId, traceStartUs, traceId, runId }: RunKey): string =>
  `${projectId} ${traceStartUs} ${traceId} ${runId}`;

/** How far back `thread` conditions of live events look. */
const threadSpanUs = 30 * 86_400_000_000;

/** Asks ClickHouse; what it reads of payloads and traces are those of the runs. */
export function findInStore(clickhouse: ClickHouse): FindMatches {
  return async (workspaceId, filter, keys) => {
    const tenant = createTenant({ clickhouse, workspaceId, signal: new AbortController().signal });
    const oldestUs = Math.min(...keys.map(({ traceStartUs }) => traceStartUs));
    const projectIds = [...new Set(keys.map(({ projectId }) => projectId))];
    const rows = tenant.isOneOf(keys);
    const scope = {
      workspace: tenant.inWorkspace,
      rows,
      traces: tenant.inTracesOf(keys),
      world: sql`${tenant.inProjects(projectIds)}${andInSpan({ fromUs: Math.max(oldestUs - threadSpanUs, 0) })}`,
      areFew: true,
    };
    const found = await tenant.rows(
      'matchLiveRuns',
      sql`SELECT ${keyColumns} FROM runs FINAL WHERE ${rows} AND ${compileFilter(filter, scope)}`,
      (raw) => idOf(parseKey(raw, workspaceId)),
    );
    return new Set(found);
  };
}
