import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ingestLanes, laneStream } from '@runlight/queue';
import { redisCommand, waitFor } from '@runlight/testkit';
import type { Lab } from '../lab/lab.ts';
import type { Book } from '../load/book.ts';

/** What is still on its way. */
export interface Backlog {
  queued: number;
  journalBytes: number;
  /** Accepted batches that the ledger does not have. */
  unrecorded: number;
}

type Parts = Pick<Lab, 'engines' | 'journalDirs' | 'database'>;

export async function backlogOf(lab: Parts, book?: Book): Promise<Backlog> {
  const lengths = await Promise.all(
    ingestLanes.map((lane) => redisCommand(lab.engines.redis.url, ['XLEN', laneStream(lane)])),
  );
  const journals = await Promise.all(lab.journalDirs.map(journalBytes));
  return {
    queued: lengths.reduce<number>((sum, length) => sum + Number(length), 0),
    journalBytes: journals.reduce((sum, bytes) => sum + bytes, 0),
    unrecorded: book ? await unrecorded(lab, book) : 0,
  };
}

/** Waits until nothing accepted is on its way any more (§8.3). */
export async function waitForQuiet(lab: Parts, book: Book, timeoutMs = 60_000): Promise<void> {
  let backlog: Backlog | undefined;
  await waitFor(
    async () => {
      backlog = await backlogOf(lab, book).catch(() => undefined);
      return backlog !== undefined && Object.values(backlog).every((value) => value === 0);
    },
    { timeoutMs, what: 'quiet' },
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${JSON.stringify(backlog)}`);
  });
}

/** Bytes of batches in a journal; quarantined records are not on their way anywhere. */
export async function journalBytes(dir: string): Promise<number> {
  const names = await readdir(dir).catch(() => []);
  const sizes = await Promise.all(
    names
      .filter((name) => name.endsWith('.journal'))
      .map(async (name) => (await stat(join(dir, name)).catch(() => undefined))?.size ?? 0),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function unrecorded({ database }: Parts, { batchIds }: Book): Promise<number> {
  const { recorded } = await database.db
    .selectFrom('ingest_ledger')
    .select(({ fn }) => fn.countAll<string>().as('recorded'))
    .where('batch_id', 'in', [...batchIds])
    .executeTakeFirstOrThrow();
  return batchIds.size - Number(recorded);
}
