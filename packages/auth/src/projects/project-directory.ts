import type { Tables } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { impatient } from '../patience.ts';
import { requireProjectName } from './project-name.ts';

export interface ProjectDirectory {
  /** The project's id; creates the project on first sight. Throws BAD_USER_INPUT for a bad name. */
  idOf: (workspaceId: string, name: string) => Promise<string>;
  /** Whether the workspace has a project of this id. */
  exists: (workspaceId: string, projectId: string) => Promise<boolean>;
}

/** Projects by name and by id for the write path, cached with bounds. */
export function createProjectDirectory({
  db,
  cacheMs = 60_000,
}: {
  db: Kysely<Tables>;
  cacheMs?: number;
}): ProjectDirectory {
  const ids = createLookup(cacheMs, (workspaceId, name) => findOrCreate(db, workspaceId, name));
  const existing = createLookup(cacheMs, (workspaceId, id) => find(db, workspaceId, id));
  return {
    idOf: async (workspaceId, name) => {
      const id = await ids(workspaceId, requireProjectName(name));
      // An insert that conflicts and a row that is gone right after: the name was deleted meanwhile.
      if (id === undefined) throw new Error('A project vanished while it was being created');
      return id;
    },
    exists: async (workspaceId, projectId) =>
      (await existing(workspaceId, projectId)) !== undefined,
  };
}

/**
 * Remembers what was found for a key of a workspace; callers at the same time share one question. An
 * old answer is used when the database is away: accepting a run must not depend on it.
 */
function createLookup(
  cacheMs: number,
  ask: (workspaceId: string, key: string) => Promise<string | undefined>,
): (workspaceId: string, key: string) => Promise<string | undefined> {
  const found = new LRUCache<string, string>({ max: 20_000, ttl: cacheMs, allowStale: true });
  const asking = new Map<string, Promise<string | undefined>>();

  async function askAndRemember(
    cacheKey: string,
    workspaceId: string,
    key: string,
  ): Promise<string | undefined> {
    const stale = found.peek(cacheKey, { allowStale: true });
    try {
      const id = await impatient(ask(workspaceId, key));
      if (id === undefined) found.delete(cacheKey);
      else found.set(cacheKey, id);
      return id;
    } catch (error) {
      if (stale === undefined) throw error;
      return stale;
    } finally {
      asking.delete(cacheKey);
    }
  }

  return async (workspaceId, key) => {
    // A workspace id has a fixed length, so that the two cannot run into each other.
    const cacheKey = workspaceId + key;
    const id = found.get(cacheKey, { allowStale: false, noDeleteOnStaleGet: true });
    if (id !== undefined) return id;
    const running = asking.get(cacheKey) ?? askAndRemember(cacheKey, workspaceId, key);
    asking.set(cacheKey, running);
    return running;
  };
}

async function find(
  db: Kysely<Tables>,
  workspaceId: string,
  projectId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('project')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', projectId)
    .executeTakeFirst();
  return row?.id;
}

async function findOrCreate(
  db: Kysely<Tables>,
  workspaceId: string,
  name: string,
): Promise<string | undefined> {
  const byName = () =>
    db
      .selectFrom('project')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('name', '=', name)
      .executeTakeFirst();
  // Looked up first: an insert that conflicts takes a lock and writes a dead row.
  const known = await byName();
  if (known) return known.id;
  const created = await db
    .insertInto('project')
    .values({ id: uuidv7(), workspace_id: workspaceId, name, description: null })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  // Nothing returned: another process was faster.
  return (created ?? (await byName()))?.id;
}
