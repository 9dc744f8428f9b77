import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { blobKey } from '@runlight/objects';
import { formatMediaReference, uuidv7 } from '@runlight/run-model';
import { waitFor } from '@runlight/testkit';
import type { Receipt } from '../src/deletion/deletion-handler.ts';
import {
  enqueueJob,
  jobOf,
  nothing,
  rowsLeft,
  runJob,
  startJobs,
  storeWhatIsQueued,
} from './deletion-support.ts';
import {
  batchOf,
  clickhouseCommand,
  create,
  createFeedback,
  newRun,
  openBench,
  operation,
  runsOf,
  update,
} from './support.ts';
import type { Bench, TestRun } from './support.ts';

let bench: Bench;
let workspaceId: string;

before(async () => {
  bench = await openBench();
});
after(() => bench?.close());
beforeEach(async () => {
  workspaceId = await bench.newWorkspace();
});

const childOf = (parent: TestRun): TestRun => ({ ...parent, runId: uuidv7() });
const send = async (
  ...parts: Parameters<typeof batchOf> extends [string, ...infer Rest] ? Rest : never
) => {
  const batch = batchOf(workspaceId, ...parts);
  await bench.producer.send(batch);
  return batch;
};

const deletion = (selection: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  runJob(bench, {
    workspaceId,
    kind: 'DELETION',
    input: { scope: 'runs', selection, ...more },
  });

const idsLeft = async () =>
  new Set((await runsOf(bench, workspaceId)).map(({ id }) => id as string));

const receiptsOf = (job: Awaited<ReturnType<typeof deletion>>) => {
  assert.equal(job.state, 'SUCCEEDED', JSON.stringify([job.error, job.progress]));
  return job.result!['receipts'] as Receipt[];
};

describe('what a deletion reaches', () => {
  test('objects go when nothing else refers to them', async () => {
    const put = async (content: string) => {
      const sha256 = createHash('sha256').update(content).digest('hex');
      await bench.objects.put(blobKey(workspaceId, sha256), Buffer.from(content));
      return sha256;
    };
    const [own, shared, inside] = [
      await put('of the deleted run'),
      await put('of both'),
      await put('inside of a large payload'),
    ];
    const media = (sha256: string) =>
      formatMediaReference({ sha256, mimeType: 'image/png', sizeBytes: 3, form: 'base64' });
    const largeSha = await put(JSON.stringify({ image: media(inside) }));
    const [gone, stays] = [newRun(), newRun()];
    await send([
      operation('create', gone, create(gone).envelope, {
        inputs: JSON.stringify([media(own), media(shared)]),
      }),
      {
        ...operation('create', childOf(gone), { parentRunId: gone.runId }),
        payloads: [
          {
            field: 'inputs',
            bytes: Buffer.from('{}'),
            blob: { key: blobKey(workspaceId, largeSha), sizeBytes: 50 },
          },
        ],
      },
      create(stays, {
        attachments: {
          file: { mimeType: 'text/plain', sizeBytes: 7, blobKey: blobKey(workspaceId, shared) },
        },
      }),
    ]);
    await storeWhatIsQueued(bench);
    const receipts = receiptsOf(await deletion({ traceUuids: [gone.traceId] }));
    assert.equal(receipts.find(({ store }) => store === 'objects')!.found, 4);
    const isThere = async (sha256: string) =>
      (await bench.objects.size(blobKey(workspaceId, sha256))) !== undefined;
    assert.deepEqual(
      [await isThere(own), await isThere(shared), await isThere(inside), await isThere(largeSha)],
      [false, true, false, false],
    );
  });

  test('public links and tokens for feedback go with their runs', async () => {
    const [gone, stays] = [newRun(), newRun()];
    await send([create(gone), create(stays)]);
    await storeWhatIsQueued(bench);
    const common = (token: string) => ({
      workspace_id: workspaceId,
      token_sha256: createHash('sha256').update(token).digest(),
      token_sealed: Buffer.from(token),
      created_by: 'system',
    });
    for (const run of [gone, stays]) {
      await bench.database.db
        .insertInto('project')
        .values({
          id: run.projectId,
          workspace_id: workspaceId,
          name: run.projectId,
          description: null,
        })
        .execute();
      await bench.database.db
        .insertInto('share_link')
        .values({
          ...common(`link ${run.runId}`),
          id: uuidv7(),
          kind: 'trace',
          project_id: run.projectId,
          trace_start_us: run.traceStartUs,
          trace_id: run.traceId,
        })
        .execute();
      await bench.database.db
        .insertInto('feedback_token')
        .values({
          ...common(`token ${run.runId}`),
          id: uuidv7(),
          run_id: run.runId,
          feedback_key: 'k',
          feedback_id: uuidv7(),
          expires_at: new Date(Date.now() + 60_000),
        })
        .execute();
    }
    const receipts = receiptsOf(await deletion({ traceUuids: [gone.traceId] }));
    assert.equal(receipts.find(({ store }) => store === 'postgres.links')!.found, 2);
    const links = await bench.database.db
      .selectFrom('share_link')
      .select('trace_id')
      .where('workspace_id', '=', workspaceId)
      .execute();
    const tokens = await bench.database.db
      .selectFrom('feedback_token')
      .select('run_id')
      .where('workspace_id', '=', workspaceId)
      .execute();
    assert.deepEqual([links, tokens], [[{ trace_id: stays.traceId }], [{ run_id: stays.runId }]]);
  });

  test('a deletion that is cut short goes on, and its receipt counts all of it', async () => {
    const roots = Array.from({ length: 20 }, () => newRun());
    await send(roots.map((root) => create(root)));
    await storeWhatIsQueued(bench);
    const id = await enqueueJob(bench, {
      workspaceId,
      kind: 'DELETION',
      input: { scope: 'runs', selection: { traceUuids: roots.map(({ traceId }) => traceId) } },
    });
    // Its deletions do not get done: where a worker may well be killed.
    await clickhouseCommand(bench, 'SYSTEM STOP MERGES runs');
    const first = startJobs(bench);
    await waitFor(async () => (await jobOf(bench, id)).progress['table'] === 'runs', {
      timeoutMs: 30_000,
      what: 'the job to be at the last table',
    });
    await first.stop();
    const half = await jobOf(bench, id);
    assert.equal(half.state, 'QUEUED');
    assert.ok((await rowsLeft(bench, workspaceId))['runs']! > 0);
    await clickhouseCommand(bench, 'SYSTEM START MERGES runs');
    const second = startJobs(bench);
    await waitFor(async () => (await jobOf(bench, id)).state === 'SUCCEEDED', {
      timeoutMs: 60_000,
      what: 'the job to end',
    });
    await second.stop();
    assert.deepEqual(await rowsLeft(bench, workspaceId), nothing);
    const receipts = receiptsOf(await jobOf(bench, id));
    assert.deepEqual(
      receipts
        .filter(({ store }) => /runs|run_events/.test(store))
        .map(({ found, remaining }) => [found, remaining]),
      [
        [20, 0],
        [20, 0],
      ],
    );
  });
});

describe('deleting a project', () => {
  async function newProject(name: string): Promise<string> {
    const id = uuidv7();
    await bench.database.db
      .insertInto('project')
      .values({ id, workspace_id: workspaceId, name, description: null })
      .execute();
    return id;
  }

  test('everything of it goes; what is sent to its name right after opens a new project', async () => {
    const [projectId, other] = [await newProject('chat'), await newProject('other')];
    const [old, kept] = [newRun(projectId), newRun(other)];
    await send(
      [create(old), create(kept)],
      [createFeedback({ runId: old.runId }), createFeedback({ projectId })],
    );
    await storeWhatIsQueued(bench);
    await bench.database.db.deleteFrom('project').where('id', '=', projectId).execute();
    const job = await runJob(bench, {
      workspaceId,
      kind: 'DELETION',
      input: { scope: 'project', projectId },
    });
    const receipts = receiptsOf(job);
    assert.ok(receipts.every(({ remaining }) => remaining === 0));
    assert.deepEqual(await idsLeft(), new Set([kept.runId]));
    // By the id that ingest remembers.
    const fresh = { ...newRun(projectId), traceStartUs: (Date.now() + 1000) * 1000 };
    await send([create(fresh), update(fresh), update(old)]);
    await storeWhatIsQueued(bench);
    const rows = await runsOf(bench, workspaceId);
    const found = rows.find(({ id }) => id === fresh.runId)!;
    const successor = await bench.database.db
      .selectFrom('project')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('name', '=', 'chat')
      .executeTakeFirstOrThrow();
    assert.deepEqual(
      [rows.length, found['project_id'], found['status']],
      [2, successor.id, 'success'],
    );
    assert.notEqual(successor.id, projectId);
  });
});
