import { sql, text, texts, uuid } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import { blobKey } from '@runlight/objects';
import type { ObjectStore } from '@runlight/objects';
import type { RunningJob } from '../jobs/job-handler.ts';
import type { DeletionScope } from './scope.ts';

// What refers to an object: `runs.attachments`, `run_payloads.blob_key`, references in
// `run_payloads.content`, and references in the objects that `blob_key` names (packages/objects/README.md).

const longRead = { max_execution_time: 1800, max_memory_usage: '4000000000' };
const keysPerStep = 500;
/** More than this is not read to find out whether it refers to an object: that one stays. */
const maxReadBytes = 2 * 2 ** 30;
const referencePattern = /runlight-blob:([0-9a-f]{64})/g;
/** Of a reference, that may be cut by the end of a chunk. */
const overlap = 96;

export interface BlobOptions {
  clickhouse: ClickHouse;
  objects: ObjectStore;
  scope: DeletionScope;
  signal: AbortSignal;
}

/** Hashes that rows of the scope refer to. */
const referredTo = (condition: Sql, workspaceId: string): Sql => sql`
  SELECT arrayJoin(extractAll(attachments, concat(${text(workspaceId)}, '/[0-9a-f]{2}/([0-9a-f]{64})'))) AS sha256
    FROM runs WHERE ${condition} AND attachments != ''
  UNION ALL SELECT extract(blob_key, '([0-9a-f]{64})$') AS sha256
    FROM run_payloads WHERE ${condition} AND blob_key != ''
  UNION ALL SELECT arrayJoin(extractAll(content, 'runlight-blob:([0-9a-f]{64})')) AS sha256
    FROM run_payloads WHERE ${condition} AND position(content, 'runlight-blob:') > 0`;

/** Notes which objects the rows refer to, before they go; gives how many. May be repeated. */
export async function noteBlobs(options: BlobOptions): Promise<number> {
  const { clickhouse, scope, signal } = options;
  const { workspaceId, jobId } = scope;
  await clickhouse.command({
    name: 'deletionNoteBlobs',
    query: sql`INSERT INTO deleted_blobs (workspace_id, job_id, sha256)
      SELECT DISTINCT ${uuid(workspaceId)}, ${uuid(jobId)}, sha256
      FROM (${referredTo(scope.ofRuns(), workspaceId)}) WHERE sha256 != ''`,
    settings: longRead,
    signal,
  });
  const large = await largePayloads(options, scope.ofRuns());
  for (const { sha256 } of large) {
    const inside = await referencesIn(options, sha256);
    if (inside.size === 0) continue;
    await clickhouse.command({
      name: 'deletionNoteBlobsInside',
      query: sql`INSERT INTO deleted_blobs (workspace_id, job_id, sha256)
        SELECT ${uuid(workspaceId)}, ${uuid(jobId)}, arrayJoin(${texts([...inside])})`,
      signal,
    });
  }
  return (await notedBlobs(options)).length;
}

/** Removes noted objects that nothing refers to any more; gives how many went and how many are needed. */
export async function removeBlobs(
  options: BlobOptions,
  report: RunningJob['report'],
): Promise<{ removed: number; kept: number }> {
  const { objects, scope, signal } = options;
  const noted = await notedBlobs(options);
  let [removed, kept] = [0, 0];
  const inLarge = noted.length === 0 ? new Set<string>() : await referencesInLarge(options, noted);
  for (let start = 0; start < noted.length; start += keysPerStep) {
    signal.throwIfAborted();
    const some = noted.slice(start, start + keysPerStep);
    const needed = await stillReferredTo(options, some);
    const free = some.filter((sha256) => !needed.has(sha256) && !inLarge.has(sha256));
    await objects.remove(free.map((sha256) => blobKey(scope.workspaceId, sha256)));
    removed += free.length;
    kept += some.length - free.length;
    await report({ phase: 'objects', done: start + some.length, total: noted.length });
  }
  return { removed, kept };
}

async function notedBlobs({ clickhouse, scope, signal }: BlobOptions): Promise<string[]> {
  return clickhouse.rows({
    name: 'deletionNotedBlobs',
    query: sql`SELECT DISTINCT sha256 FROM deleted_blobs
      WHERE workspace_id = ${uuid(scope.workspaceId)} AND job_id = ${uuid(scope.jobId)} ORDER BY sha256`,
    row: (raw) => raw['sha256'] as string,
    settings: longRead,
    signal,
  });
}

async function stillReferredTo(
  { clickhouse, scope: { workspaceId }, signal }: BlobOptions,
  hashes: string[],
): Promise<Set<string>> {
  const own = sql`workspace_id = ${uuid(workspaceId)}`;
  const wanted = texts(hashes);
  const rows = await clickhouse.rows({
    name: 'deletionBlobReferences',
    query: sql`SELECT DISTINCT sha256 FROM (
      SELECT arrayJoin(extractAll(attachments, concat(${text(workspaceId)}, '/[0-9a-f]{2}/([0-9a-f]{64})'))) AS sha256
        FROM runs FINAL WHERE ${own} AND attachments != ''
      UNION ALL SELECT extract(blob_key, '([0-9a-f]{64})$') AS sha256
        FROM run_payloads WHERE ${own} AND blob_key != ''
      UNION ALL SELECT arrayJoin(extractAll(content, 'runlight-blob:([0-9a-f]{64})')) AS sha256
        FROM run_payloads WHERE ${own} AND hasAnyTokens(content, ${wanted})
    ) WHERE has(${wanted}, sha256)`,
    row: (raw) => raw['sha256'] as string,
    settings: longRead,
    signal,
  });
  return new Set(rows);
}

interface LargePayload {
  sha256: string;
  sizeBytes: number;
}

const largePayloads = (
  { clickhouse, signal }: BlobOptions,
  condition: Sql,
): Promise<LargePayload[]> =>
  clickhouse.rows({
    name: 'deletionLargePayloads',
    query: sql`SELECT extract(blob_key, '([0-9a-f]{64})$') AS sha256, max(content_bytes) AS bytes
      FROM run_payloads WHERE ${condition} AND blob_key != '' GROUP BY sha256`,
    row: (raw) => ({ sha256: raw['sha256'] as string, sizeBytes: Number(raw['bytes']) }),
    settings: longRead,
    signal,
  });

/**
 * Which of the hashes the large payloads that remain refer to. When there is too much of these to be
 * read, each hash counts as referred to: an object too many is better than one too few.
 */
async function referencesInLarge(options: BlobOptions, noted: string[]): Promise<Set<string>> {
  const remaining = await largePayloads(
    options,
    sql`workspace_id = ${uuid(options.scope.workspaceId)}`,
  );
  const sizeBytes = remaining.reduce((sum, each) => sum + each.sizeBytes, 0);
  if (sizeBytes > maxReadBytes) return new Set(noted);
  const found = new Set<string>();
  for (const { sha256 } of remaining) {
    for (const inside of await referencesIn(options, sha256)) found.add(inside);
  }
  return found;
}

async function referencesIn(
  { objects, scope: { workspaceId }, signal }: BlobOptions,
  sha256: string,
): Promise<Set<string>> {
  const found = new Set<string>();
  const stream = await objects.stream(blobKey(workspaceId, sha256));
  if (!stream) return found;
  let rest = '';
  for await (const chunk of stream.body) {
    signal.throwIfAborted();
    const piece = rest + (chunk as Buffer).toString('latin1');
    for (const [, inside] of piece.matchAll(referencePattern)) found.add(inside!);
    rest = piece.slice(-overlap);
  }
  return found;
}
