import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Principal } from '@runlight/auth';
import { testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { readCharts } from '../src/modules/dashboards/input.ts';
import { prebuiltDashboards } from '../src/modules/dashboards/prebuilt.ts';
import type { Mistake } from '../src/user-error.ts';
import { createGraph, createWorkspace } from './graph.ts';
import type { Ask } from './graph.ts';

let database: TestDatabase;
let ask: Ask;

before(async () => {
  database = await testDatabase();
  ask = createGraph(database);
});
after(() => database.close());

interface Dashboard {
  id: string;
  name: string;
  description: string | null;
  isPrebuilt: boolean;
  project: { id: string } | null;
  charts: Record<string, unknown>[];
}
interface Payload {
  dashboard?: Dashboard | null;
  deletedId?: string | null;
  userErrors: { code: string; path: string[] | null }[];
}

const fields = `{ id name description isPrebuilt project { id }
  charts { title kind metrics feedbackKey groupBy { field metadataKey } top filter bucket } }`;

async function mutate(who: Principal, name: string, input: Record<string, unknown>) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const what = name === 'deleteDashboard' ? 'deletedId' : `dashboard ${fields}`;
  const { data, codes } = await ask(
    who,
    `mutation ($input: ${type}) { ${name}(input: $input) { ${what} userErrors { code path } } }`,
    { input },
  );
  return { ...(data as unknown as Record<string, Payload> | null)?.[name], codes };
}

async function dashboardsOf(who: Principal, projectId?: string) {
  const { data, codes } = await ask(
    who,
    `query ($projectId: ID) { dashboards(projectId: $projectId) ${fields} }`,
    { projectId },
  );
  assert.deepEqual(codes, []);
  return (data as unknown as { dashboards: Dashboard[] }).dashboards;
}

async function scene() {
  const workspace = await createWorkspace(database);
  const { data } = await ask(
    workspace.owner,
    'mutation { createProject(input: { name: "app" }) { project { id } } }',
  );
  const { project } = (data as unknown as { createProject: { project: { id: string } } })
    .createProject;
  return { workspace, owner: workspace.owner, project: project.id };
}

const chart = { title: 'Errors', kind: 'LINE', metrics: ['ERROR_RATE'], filter: { isRoot: true } };

test('every project has the built-in dashboards, and all of them could have been made by hand', async () => {
  const { owner, project } = await scene();
  const dashboards = await dashboardsOf(owner, project);
  assert.deepEqual(
    dashboards.map(({ name }) => name),
    ['Traffic and errors', 'Latency', 'Tokens', 'Cost', 'Feedback', 'Models', 'Tools'],
  );
  assert.ok(dashboards.every((each) => each.isPrebuilt && each.project?.id === project));
  for (const { charts } of prebuiltDashboards({ workspaceId: '', projectId: null })) {
    const mistakes: Mistake[] = [];
    readCharts(charts, mistakes);
    assert.deepEqual(mistakes, []);
  }
});

test('a built-in dashboard is cloned to be changed, and stays as it is', async () => {
  const { owner, project } = await scene();
  const [original] = await dashboardsOf(owner, project);
  for (const name of ['updateDashboard', 'deleteDashboard']) {
    const { userErrors } = await mutate(owner, name, { id: original!.id });
    assert.equal(userErrors?.length, 1, name);
  }
  const { dashboard: clone } = await mutate(owner, 'cloneDashboard', {
    id: original!.id,
    projectId: project,
    name: 'Ours',
  });
  assert.deepEqual(clone, { ...original, id: clone!.id, name: 'Ours', isPrebuilt: false });
  const { dashboard: changed } = await mutate(owner, 'updateDashboard', {
    id: clone.id,
    charts: [chart],
  });
  assert.equal(changed?.charts.length, 1);
  const after_ = await dashboardsOf(owner, project);
  assert.deepEqual(after_[0], original);
  assert.deepEqual(after_.at(-1), changed);
  const { deletedId } = await mutate(owner, 'deleteDashboard', { id: clone.id });
  assert.equal(deletedId, clone.id);
  assert.equal((await dashboardsOf(owner, project)).length, 7);
});

test('dashboards of a project are seen there, those of the workspace everywhere', async () => {
  const { owner, project } = await scene();
  await mutate(owner, 'createDashboard', { name: 'one', projectId: project, charts: [chart] });
  await mutate(owner, 'createDashboard', { name: 'all', description: 'of all', charts: [] });
  const names = async (id?: string) =>
    (await dashboardsOf(owner, id)).filter((each) => !each.isPrebuilt).map(({ name }) => name);
  assert.deepEqual(await names(project), ['all', 'one']);
  assert.deepEqual(await names(), ['all']);
});

test('charts come back with their defaults', async () => {
  const { owner } = await scene();
  const { dashboard } = await mutate(owner, 'createDashboard', { name: 'a', charts: [chart] });
  assert.deepEqual(dashboard?.charts, [
    { ...chart, feedbackKey: null, groupBy: [], top: 10, bucket: 'AUTO' },
  ]);
});

test('refuses charts that nothing could draw', async () => {
  const { owner } = await scene();
  const byName = [{ field: 'NAME' }];
  for (const wrong of [
    { title: ' ' },
    { metrics: [] },
    { metrics: ['RUN_COUNT', 'RUN_COUNT'] },
    { metrics: ['RUN_COUNT', 'ERROR_COUNT'], groupBy: byName },
    { groupBy: [...byName, { field: 'MODEL' }, { field: 'TAG' }] },
    { kind: 'TABLE' },
    { kind: 'NUMBER', groupBy: byName },
    { groupBy: [{ field: 'METADATA' }] },
    { groupBy: [{ field: 'NAME', metadataKey: 'x' }] },
    { feedbackKey: 'correct' },
    { top: 0, groupBy: byName },
    { top: 51, groupBy: byName },
    { filter: 'status:error' },
    { filter: { name: { eq: 'x'.repeat(17_000) } } },
  ]) {
    const charts = [chart, { ...chart, ...wrong }];
    const { userErrors } = await mutate(owner, 'createDashboard', { name: 'a', charts });
    assert.deepEqual(userErrors?.[0]?.path, ['charts', '1'], JSON.stringify(wrong).slice(0, 200));
  }
  const many = Array.from({ length: 51 }, () => chart);
  const { userErrors } = await mutate(owner, 'createDashboard', { name: 'a', charts: many });
  assert.deepEqual(userErrors?.[0]?.path, ['charts']);
});

test('whoever may only read can neither make nor change one; strangers see nothing', async () => {
  const { workspace, owner, project } = await scene();
  const { dashboard } = await mutate(owner, 'createDashboard', { name: 'a', charts: [chart] });
  const reader = workspace.person('viewer');
  assert.equal((await dashboardsOf(reader)).at(-1)?.name, 'a');
  const attempts: [string, Record<string, unknown>][] = [
    ['createDashboard', { name: 'b', charts: [] }],
    ['updateDashboard', { id: dashboard!.id, name: 'b' }],
    ['cloneDashboard', { id: dashboard!.id }],
    ['deleteDashboard', { id: dashboard!.id }],
  ];
  for (const [name, input] of attempts) {
    assert.deepEqual((await mutate(reader, name, input)).codes, ['FORBIDDEN'], name);
  }
  const stranger = (await createWorkspace(database)).owner;
  for (const [name, input] of attempts.slice(1)) {
    const { userErrors } = await mutate(stranger, name, input);
    assert.deepEqual(userErrors?.[0]?.code, 'NOT_FOUND', name);
  }
  assert.equal((await dashboardsOf(stranger)).length, 7);
  const inForeign = await mutate(stranger, 'createDashboard', {
    name: 'b',
    charts: [],
    projectId: project,
  });
  assert.equal(inForeign.userErrors?.[0]?.code, 'NOT_FOUND');
  const { codes } = await ask(stranger, 'query ($id: ID!) { dashboard(id: $id) { name } }', {
    id: dashboard!.id,
  });
  assert.deepEqual(codes, ['NOT_FOUND']);
});
