import assert from 'node:assert/strict';
import { decodeGlobalId, scopedGlobalId } from '@runlight/graphql';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { claimedBy } from './graph.ts';
import type { Ask, createEntities, Workspace } from './graph.ts';

// What people keep and start in a project of workspace A, asked for by B.

export interface Scene {
  ask: Ask;
  database: TestDatabase;
  a: Workspace;
  b: Workspace;
  entities: Awaited<ReturnType<typeof createEntities>>;
}

type Checks = Record<string, () => Promise<void>>;
type Input = Record<string, unknown>;

const projectOfA = ({ a, entities }: Scene) =>
  scopedGlobalId('Project', a.workspaceId, entities.projectUuid);

/** Ids by which B tries to reach a row of A: its own id, the bare UUID, and B's id for it. */
function attemptsAt({ b }: Scene, id: string): string[] {
  const key = decodeGlobalId(id);
  assert.ok(key && key.type !== 'Run' && 'workspaceId' in key);
  const claimed = claimedBy(key.type, b.workspaceId, key.uuid);
  return [id, key.uuid, claimed, 'garbage'];
}

/** Every row that A has of these tables, as it stands. */
const rowsOfA = ({ database, a }: Scene) =>
  Promise.all([
    database.db
      .selectFrom('project')
      .selectAll()
      .where('workspace_id', '=', a.workspaceId)
      .execute(),
    database.db.selectFrom('job').selectAll().where('workspace_id', '=', a.workspaceId).execute(),
    database.db
      .selectFrom('dashboard')
      .selectAll()
      .where('workspace_id', '=', a.workspaceId)
      .orderBy('id')
      .execute(),
    database.db
      .selectFrom('saved_view')
      .selectAll()
      .where('workspace_id', '=', a.workspaceId)
      .execute(),
    database.db.selectFrom('saved_view_default').selectAll().execute(),
  ]);

/**
 * B calls the mutation for A's row by every id: each time it is not found, nothing of A changes, and B
 * gets no job of its own that would work on it.
 */
async function isNotFound(
  scene: Scene,
  mutation: string,
  { field, ids, input = {} }: { field: string; ids: string[]; input?: Input },
): Promise<void> {
  const { ask, b, database } = scene;
  const before = await rowsOfA(scene);
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  for (const id of ids) {
    const { data, codes } = await ask(
      b.owner,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`,
      { input: { ...input, [field]: id } },
    );
    assert.deepEqual(
      [data, codes],
      [{ [mutation]: { userErrors: [{ code: 'NOT_FOUND' }] } }, []],
      `${field}: ${id}`,
    );
  }
  assert.deepEqual(await rowsOfA(scene), before, 'no side effect');
  const jobs = await database.db
    .selectFrom('job')
    .select('id')
    .where('workspace_id', '=', b.workspaceId)
    .execute();
  assert.deepEqual(jobs, [], 'no job of B');
}

/** Checks of root fields, by their names. */
export function foreignWork(scene: () => Scene): Checks {
  return { ...jobs(scene), ...projects(scene), ...dashboards(scene), ...savedViews(scene) };
}

function jobs(scene: () => Scene): Checks {
  return {
    'Query.jobs': async () => {
      const { ask, b } = scene();
      const { data } = await ask(b.owner, '{ jobs { nodes { id } edges { cursor } } }');
      assert.deepEqual(data, { jobs: { nodes: [], edges: [] } });
    },
    'Query.job': async () => {
      const { ask, b, entities } = scene();
      for (const id of attemptsAt(scene(), entities.jobId)) {
        const query = 'query ($id: ID!) { job(id: $id) { input result files { url } } }';
        const { data, codes } = await ask(b.owner, query, { id });
        assert.deepEqual([data, codes], [{ job: null }, ['NOT_FOUND']]);
      }
    },
    'Mutation.cancelJob': () =>
      isNotFound(scene(), 'cancelJob', {
        field: 'id',
        ids: attemptsAt(scene(), scene().entities.jobId),
      }),
    'Mutation.deleteRuns': () =>
      isNotFound(scene(), 'deleteRuns', {
        field: 'projectId',
        ids: attemptsAt(scene(), projectOfA(scene())),
        input: { filter: {} },
      }),
    'Mutation.deleteProject': async () => {
      for (const dryRun of [true, false]) {
        await isNotFound(scene(), 'deleteProject', {
          field: 'projectId',
          ids: attemptsAt(scene(), projectOfA(scene())),
          input: { dryRun },
        });
      }
    },
    'Mutation.exportRuns': () =>
      isNotFound(scene(), 'exportRuns', {
        field: 'projectId',
        ids: attemptsAt(scene(), projectOfA(scene())),
      }),
  };
}

function projects(scene: () => Scene): Checks {
  const ids = () => attemptsAt(scene(), projectOfA(scene()));
  return {
    'Mutation.updateProject': () =>
      isNotFound(scene(), 'updateProject', {
        field: 'projectId',
        ids: ids(),
        input: { name: 'taken over', description: 'by B', extra: { metadata: { by: 'B' } } },
      }),
    'Mutation.setRetention': async () => {
      for (const input of [{ days: 1 }, { inherits: true }]) {
        await isNotFound(scene(), 'setRetention', { field: 'projectId', ids: ids(), input });
      }
    },
  };
}

function dashboards(scene: () => Scene): Checks {
  const ids = () => attemptsAt(scene(), scene().entities.dashboardId);
  const projectIds = () => attemptsAt(scene(), projectOfA(scene()));
  return {
    'Query.dashboard': async () => {
      const { ask, b } = scene();
      for (const id of ids()) {
        const { data, codes } = await ask(
          b.owner,
          'query ($id: ID!) { dashboard(id: $id) { name } }',
          { id },
        );
        assert.deepEqual([data, codes], [{ dashboard: null }, ['NOT_FOUND']]);
      }
    },
    'Query.dashboards': async () => {
      const { ask, b } = scene();
      const own = await ask(b.owner, '{ dashboards { name isPrebuilt } }');
      const { dashboards: shown } = own.data as unknown as {
        dashboards: { isPrebuilt: boolean }[];
      };
      assert.ok(shown.length > 0 && shown.every(({ isPrebuilt }) => isPrebuilt));
      for (const id of projectIds()) {
        const query = 'query ($id: ID!) { dashboards(projectId: $id) { name } }';
        const { data, codes } = await ask(b.owner, query, { id });
        assert.deepEqual([data, codes], [null, ['NOT_FOUND']]);
      }
    },
    'Mutation.createDashboard': async () => {
      const input = { name: 'of B', charts: [] };
      const { ask, b } = scene();
      for (const projectId of projectIds()) {
        const { data } = await ask(
          b.owner,
          `mutation ($input: CreateDashboardInput!) {
            createDashboard(input: $input) { dashboard { id } userErrors { code } } }`,
          { input: { ...input, projectId } },
        );
        const { createDashboard: made } = data as unknown as {
          createDashboard: { dashboard: null; userErrors: unknown[] };
        };
        assert.deepEqual([made.dashboard, made.userErrors.length], [null, 1]);
      }
    },
    'Mutation.updateDashboard': () =>
      isNotFound(scene(), 'updateDashboard', { field: 'id', ids: ids(), input: { name: 'mine' } }),
    'Mutation.cloneDashboard': () =>
      isNotFound(scene(), 'cloneDashboard', { field: 'id', ids: ids(), input: { name: 'mine' } }),
    'Mutation.deleteDashboard': () =>
      isNotFound(scene(), 'deleteDashboard', { field: 'id', ids: ids() }),
  };
}

function savedViews(scene: () => Scene): Checks {
  const ids = () => attemptsAt(scene(), scene().entities.viewId);
  const projectIds = () => attemptsAt(scene(), projectOfA(scene()));
  return {
    'Mutation.createSavedView': () =>
      isNotFound(scene(), 'createSavedView', {
        field: 'projectId',
        ids: projectIds(),
        input: { kind: 'RUNS', name: 'of B', visibility: 'TEAM' },
      }),
    'Mutation.updateSavedView': () =>
      isNotFound(scene(), 'updateSavedView', { field: 'id', ids: ids(), input: { name: 'mine' } }),
    'Mutation.deleteSavedView': () =>
      isNotFound(scene(), 'deleteSavedView', { field: 'id', ids: ids() }),
    'Mutation.setDefaultSavedView': async () => {
      await isNotFound(scene(), 'setDefaultSavedView', {
        field: 'viewId',
        ids: ids(),
        input: { projectId: projectOfA(scene()), kind: 'RUNS' },
      });
    },
  };
}
