import type { ClickHouse } from '@runlight/clickhouse';
import { isKeyOf } from '@runlight/objects';
import type { ObjectStore } from '@runlight/objects';
import { exportSchemaVersion } from '@runlight/run-model';
import { createHash } from 'node:crypto';
import { createGzip } from 'node:zlib';
import type { JobHandler, RunningJob } from '../jobs/job-handler.ts';
import { readExportInput, readExportProgress } from './export-input.ts';
import type { ExportInput, ExportProgress, ExportedFile } from './export-input.ts';
import { createExportStore } from './export-store.ts';
import type { ExportChunk, ExportStore } from './export-store.ts';
import { jsonLine } from './json-lines.ts';

export interface ExportOptions {
  clickhouse: ClickHouse;
  objects: ObjectStore;
}

interface Written {
  bytes: Buffer;
  runs: number;
}

const extensions = { JSONL: 'jsonl.gz', PARQUET: 'parquet' } as const;

/**
 * Writes the runs of a project into files of one day each and of a size that fits into memory, and a
 * manifest of them. Started again, it goes on behind the last file that was put.
 */
export function createExportHandler(options: ExportOptions): JobHandler {
  return {
    kind: 'EXPORT',
    async run(job) {
      const input = readExportInput(job.input);
      const store = createExportStore(options.clickhouse, { ...job, input });
      let progress = readExportProgress(job.progress);
      await removePending(options, job, progress);
      progress = { ...progress, total: progress.total ?? (await store.count()) };
      for (;;) {
        const chunk = await store.nextChunk(progress.after);
        if (!chunk) break;
        progress = await writeChunk(options, job, { input, store, progress, chunk });
      }
      return finish(options, job, { input, progress });
    },
  };
}

async function removePending(
  { objects }: ExportOptions,
  { workspaceId }: RunningJob,
  { pending, files }: ExportProgress,
): Promise<void> {
  if (pending === undefined || !isKeyOf(workspaceId, pending)) return;
  if (!files.some(({ key }) => key === pending)) await objects.remove([pending]);
}

async function writeChunk(
  options: ExportOptions,
  job: RunningJob,
  plan: { input: ExportInput; store: ExportStore; progress: ExportProgress; chunk: ExportChunk },
): Promise<ExportProgress> {
  const { input, progress, chunk } = plan;
  const { bytes, runs } = await write(options, job, plan);
  const number = String(progress.files.length + 1).padStart(5, '0');
  const file = describe(job, `runs-${chunk.day}-${number}.${extensions[input.format]}`, bytes);
  await put(options, job, { progress, file, bytes });
  const next = {
    files: [...progress.files, { ...file, day: chunk.day, runs }],
    after: chunk.last,
    runs: progress.runs + runs,
    total: progress.total,
  };
  await job.report({ phase: 'writing', ...next });
  return next;
}

/** Its key is told first, so that a second attempt finds what a killed one put. */
async function put(
  { objects }: ExportOptions,
  job: RunningJob,
  { progress, file, bytes }: { progress: ExportProgress; file: { key: string }; bytes: Buffer },
): Promise<void> {
  await job.report({ phase: 'writing', ...progress, pending: file.key });
  await objects.put(file.key, bytes, { contentType: 'application/octet-stream' });
}

async function write(
  { objects }: ExportOptions,
  job: RunningJob,
  { input, store, chunk }: { input: ExportInput; store: ExportStore; chunk: ExportChunk },
): Promise<Written> {
  if (input.format === 'PARQUET') return { bytes: await store.parquet(chunk), runs: chunk.runs };
  const gzip = createGzip({ level: 6 });
  const compressed = collect(gzip);
  let runs = 0;
  try {
    for await (const lot of store.rows(chunk)) {
      for (const row of lot) {
        job.signal.throwIfAborted();
        const line = await jsonLine(row, input.fields, { objects, ...job });
        runs += 1;
        if (!gzip.write(line)) await new Promise((resolve) => gzip.once('drain', resolve));
      }
    }
    gzip.end();
    return { bytes: await compressed, runs };
  } catch (error) {
    gzip.destroy();
    await compressed.catch(() => undefined);
    throw error;
  }
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** The key has the hash in it: another content never hides behind a key that is there already. */
function describe({ id, workspaceId }: RunningJob, name: string, bytes: Buffer) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = `${workspaceId}/exports/${id}/${sha256.slice(0, 16)}-${name}`;
  return { name, key, sizeBytes: bytes.byteLength, sha256 };
}

async function finish(
  options: ExportOptions,
  job: RunningJob,
  { input, progress }: { input: ExportInput; progress: ExportProgress },
) {
  const manifest = {
    schemaVersion: exportSchemaVersion,
    format: input.format,
    projectId: input.projectId,
    filter: input.filter,
    from: input.from ?? null,
    to: input.to ?? new Date(job.createdAtMs).toISOString(),
    columns: input.fields,
    runs: progress.runs,
    /** What the list of runs counted when the export began. */
    counted: progress.total ?? 0,
    files: progress.files.map(({ key: _key, ...file }) => file),
  };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const file = describe(job, 'manifest.json', bytes);
  await put(options, job, { progress, file, bytes });
  const files: (Omit<ExportedFile, 'day' | 'runs'> & Partial<ExportedFile>)[] = [
    file,
    ...progress.files,
  ];
  return { ...manifest, files };
}
