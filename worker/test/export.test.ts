import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sql, text, uuid } from '@runlight/clickhouse';
import { blobKey } from '@runlight/objects';
import { formatMediaReference, uuidv7 } from '@runlight/run-model';
import { waitFor } from '@runlight/testkit';
import { forgetExports } from '../src/export/forget-exports.ts';
import type { JsonObject } from '../src/jobs/job-handler.ts';
import { enqueueJob, jobOf, runJob, startJobs, storeWhatIsQueued } from './deletion-support.ts';
import {
  batchOf,
  clickhouseCommand,
  create,
  newRun,
  openBench,
  operation,
  update,
} from './support.ts';
import type { Bench, TestRun } from './support.ts';

let bench: Bench;
let workspaceId: string;
let projectId: string;

before(async () => {
  bench = await openBench();
});
after(() => bench?.close());
beforeEach(async () => {
  workspaceId = await bench.newWorkspace();
  projectId = uuidv7();
});

const dayUs = 86_400_000_000;
const runAt = (startUs: number): TestRun => ({ ...newRun(projectId), traceStartUs: startUs });
const noonUs = Date.UTC(2026, 9, 1, 12) * 1000;

const exporting = (input: JsonObject = {}) =>
  runJob(bench, { workspaceId, kind: 'EXPORT', input: { projectId, format: 'JSONL', ...input } });

interface Manifest {
  schemaVersion: number;
  runs: number;
  counted: number;
  files: {
    name: string;
    key: string;
    day?: string;
    runs?: number;
    sizeBytes: number;
    sha256: string;
  }[];
}
const manifestOf = (job: Awaited<ReturnType<typeof exporting>>): Manifest => {
  assert.equal(job.state, 'SUCCEEDED', job.error ?? '');
  return job.result as unknown as Manifest;
};
const dataFiles = ({ files }: Manifest) => files.filter(({ name }) => name !== 'manifest.json');

async function linesOf(manifest: Manifest): Promise<string[]> {
  const lines: string[] = [];
  for (const { key } of dataFiles(manifest)) {
    const bytes = gunzipSync((await bench.objects.get(key))!);
    lines.push(...bytes.toString().trimEnd().split('\n'));
  }
  return lines;
}
const rowsOf = async (manifest: Manifest) =>
  (await linesOf(manifest)).map((line) => JSON.parse(line) as Record<string, unknown>);

async function store(...operations: Parameters<typeof batchOf>[1]): Promise<void> {
  await bench.producer.send(batchOf(workspaceId, operations));
  await storeWhatIsQueued(bench);
}

describe('exports', () => {
  test('files by day, a manifest that says what is in them, and nothing of others', async () => {
    const runs = [runAt(noonUs), runAt(noonUs + 1), runAt(noonUs + dayUs)];
    await store(
      ...runs.map((run) => create(run, { tags: ['a'], metadata: { user: 'ü' } })),
      update(runs[0]!),
      create({ ...newRun(), traceStartUs: noonUs }),
    );
    await bench.producer.send(batchOf(await bench.newWorkspace(), [create(runAt(noonUs))]));
    await storeWhatIsQueued(bench);
    const manifest = manifestOf(await exporting());
    assert.deepEqual([manifest.schemaVersion, manifest.runs, manifest.counted], [1, 3, 3]);
    assert.deepEqual(
      dataFiles(manifest).map(({ name, day, runs: count }) => [name, day, count]),
      [
        ['runs-2026-10-01-00001.jsonl.gz', '2026-10-01', 2],
        ['runs-2026-10-02-00002.jsonl.gz', '2026-10-02', 1],
      ],
    );
    for (const { key, sizeBytes, sha256 } of manifest.files) {
      const bytes = (await bench.objects.get(key))!;
      assert.equal(bytes.byteLength, sizeBytes);
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256);
      assert.ok(key.startsWith(`${workspaceId}/exports/`));
    }
    const rows = await rowsOf(manifest);
    assert.deepEqual(new Set(rows.map(({ id }) => id)), new Set(runs.map(({ runId }) => runId)));
    const [first] = rows.filter(({ id }) => id === runs[0]!.runId);
    assert.deepEqual(
      [first!['status'], first!['tags'], first!['metadata'], first!['inputs'], first!['outputs']],
      ['success', ['a'], { user: 'ü' }, { question: 1 }, { answer: 42 }],
    );
    assert.deepEqual(
      [first!['start_time'], first!['parent_run_id'], first!['prompt_tokens'], first!['events']],
      ['2026-10-01T12:00:00.000000Z', null, null, null],
    );
    const written = manifest.files.find(({ name }) => name === 'manifest.json')!;
    const inFile = JSON.parse((await bench.objects.get(written.key))!.toString()) as Manifest;
    assert.deepEqual(
      inFile.files.map(({ name, runs: count }) => [name, count]),
      dataFiles(manifest).map(({ name, runs: count }) => [name, count]),
    );
  });

  test('a filter, a span and columns narrow it', async () => {
    const [early, late, failed] = [runAt(noonUs), runAt(noonUs + dayUs), runAt(noonUs + 2 * dayUs)];
    await store(create(early), create(late), create(failed, { status: 'error' }));
    const spans: [JsonObject, TestRun[]][] = [
      [{ from: '2026-10-02T12:00:00.000000Z' }, [late, failed]],
      [{ to: '2026-10-02T12:00:00.000000Z' }, [early]],
      [{ filter: { status: { eq: 'ERROR' } } }, [failed]],
      [{ filter: { inputText: { contains: 'nowhere' } } }, []],
    ];
    for (const [input, expected] of spans) {
      const manifest = manifestOf(await exporting({ ...input, fields: ['id'] }));
      const rows = manifest.runs === 0 ? [] : await rowsOf(manifest);
      assert.deepEqual(
        rows,
        expected.map(({ runId }) => ({ id: runId })),
        JSON.stringify(input),
      );
      assert.equal(manifest.counted, expected.length);
    }
  });

  test('JSONL loses nothing: payloads as they were sent, large ones and media included', async () => {
    const run = runAt(noonUs);
    const put = async (content: string) => {
      const sha256 = createHash('sha256').update(content).digest('hex');
      await bench.objects.put(blobKey(workspaceId, sha256), Buffer.from(content));
      return sha256;
    };
    const image = await put('an image');
    const media = formatMediaReference({
      sha256: image,
      mimeType: 'image/png',
      sizeBytes: 8,
      form: 'data-uri',
    });
    const large = JSON.stringify({ text: 'x'.repeat(2_000_000) });
    await store(
      operation('create', run, create(run).envelope, {
        inputs: `{"n": 1.0,\n "big": 12345678901234567890, "image": "${media}"}`,
        extra: '"a\\nb"',
      }),
      {
        ...operation('update', run, { endTimeUs: noonUs + 5 }),
        payloads: [
          {
            field: 'outputs',
            bytes: Buffer.from(''),
            blob: { key: blobKey(workspaceId, await put(large)), sizeBytes: large.length },
          },
        ],
      },
    );
    const [line] = await linesOf(manifestOf(await exporting()));
    assert.match(line!, /"inputs":\{"n": 1\.0, {2}"big": 12345678901234567890,/);
    const row = JSON.parse(line!) as Record<string, unknown>;
    assert.equal(
      (row['inputs'] as Record<string, unknown>)['image'],
      `data:image/png;base64,${btoa('an image')}`,
    );
    assert.deepEqual(row['outputs'], JSON.parse(large));
    assert.equal(row['extra'], 'a\nb');
  });

  test('Parquet holds the same runs', async () => {
    const runs = Array.from({ length: 30 }, (_, index) => runAt(noonUs + index));
    await store(...runs.map((run) => create(run, { metadata: { k: 'v' } })));
    const manifest = manifestOf(await exporting({ format: 'PARQUET' }));
    const [file] = dataFiles(manifest);
    assert.deepEqual([file!.runs, manifest.runs], [30, 30]);
    const bytes = (await bench.objects.get(file!.key))!;
    assert.equal(bytes.subarray(0, 4).toString(), 'PAR1');
    const read = await bench.clickhouse.rows({
      name: 'testParquet',
      query: sql`SELECT count() AS runs, uniqExact(id) AS ids, any(inputs) AS inputs, any(metadata['k']) AS v
        FROM format(Parquet, base64Decode(${text(bytes.toString('base64'))}))`,
      tenantless: true,
      row: (raw) => raw,
    });
    assert.deepEqual(read, [{ runs: '30', ids: '30', inputs: '{"question":1}', v: 'v' }]);
  });

  test('what is larger than a file goes into several', async () => {
    const runs = Array.from({ length: 8 }, (_, index) => runAt(noonUs + index));
    // 7 MiB each, by what their rows say.
    await store(...runs.map((run) => create(run, { inputsBytes: 7 << 20 })));
    const manifest = manifestOf(await exporting());
    assert.deepEqual(
      dataFiles(manifest).map((file) => file.runs),
      [3, 3, 2],
    );
    assert.equal(new Set((await rowsOf(manifest)).map(({ id }) => id)).size, 8);
  });

  test('an export that is cut short goes on, without a run twice or missing', async () => {
    const runs = Array.from({ length: 6 }, (_, index) => runAt(noonUs + index * dayUs));
    await store(...runs.map((run) => create(run)));
    const id = await enqueueJob(bench, {
      workspaceId,
      kind: 'EXPORT',
      input: { projectId, format: 'JSONL' },
    });
    // Each stop is at another place.
    for (let stops = 0; (await jobOf(bench, id)).state !== 'SUCCEEDED'; stops += 1) {
      const jobs = startJobs(bench);
      const known = ((await jobOf(bench, id)).progress['runs'] as number | undefined) ?? 0;
      await waitFor(
        async () => {
          const { state, progress } = await jobOf(bench, id);
          return state === 'SUCCEEDED' || ((progress['runs'] as number | undefined) ?? 0) > known;
        },
        { timeoutMs: 30_000, what: 'another file' },
      );
      await jobs.stop();
      assert.ok(stops < 10);
    }
    const manifest = manifestOf(await jobOf(bench, id));
    assert.equal(manifest.runs, 6);
    const ids = (await rowsOf(manifest)).map((row) => row['id']);
    assert.deepEqual(new Set(ids), new Set(runs.map(({ runId }) => runId)));
    assert.equal(ids.length, 6);
  });

  test('files go after seven days, and at once when it was cancelled', async () => {
    await store(create(runAt(noonUs)));
    const job = await exporting();
    const keys = manifestOf(job).files.map(({ key }) => key);
    const sizes = () => Promise.all(keys.map((key) => bench.objects.size(key)));
    await forgetExports(bench);
    assert.ok((await sizes()).every((size) => size !== undefined));
    await bench.database.db
      .updateTable('job')
      .set({ finished_at: new Date(Date.now() - 7.1 * 86_400_000) })
      .where('id', '=', job.id)
      .execute();
    assert.equal(await forgetExports(bench), 1);
    assert.ok((await sizes()).every((size) => size === undefined));
    assert.deepEqual((await jobOf(bench, job.id)).result!['files'], []);
    assert.equal(await forgetExports(bench), 0);
  });

  test('an unknown column is told', async () => {
    const job = await exporting({ fields: ['id', 'password'] });
    assert.equal(job.state, 'FAILED');
    assert.match(job.error!, /There are these columns: id, /);
  });

  test('what a later version of a run replaced is not exported', async () => {
    const run = runAt(noonUs);
    await store(create(run, { name: 'first' }));
    await store(update(run, { name: 'second' }));
    const rows = await rowsOf(manifestOf(await exporting()));
    assert.deepEqual(
      rows.map(({ name, status }) => [name, status]),
      [['second', 'success']],
    );
    await clickhouseCommand(bench, `OPTIMIZE TABLE runs FINAL`);
    const [left] = await bench.clickhouse.rows({
      name: 'testLeft',
      query: sql`SELECT count() AS runs FROM runs WHERE workspace_id = ${uuid(workspaceId)}`,
      row: (raw) => raw['runs'],
    });
    assert.equal(left, '1');
  });
});
