import { ingestLanes, laneStream } from '@runlight/queue';
import { redisCommand, waitFor } from '@runlight/testkit';
import type { Lab } from '../lab/lab.ts';
import type { LabService } from '../lab/services.ts';
import type { Book } from '../load/book.ts';

/** What is still on its way. */
export interface Backlog {
  queued: number;
  /** Batches that wait for the queue, or, when the journal comes first, for the ledger. */
  journaled: number;
  /** Accepted batches that the ledger does not have. */
  unrecorded: number;
}

type Parts = Pick<Lab, 'engines' | 'ingests' | 'database'>;

export async function backlogOf(lab: Parts, book?: Book): Promise<Backlog> {
  const journals = await Promise.all(lab.ingests.map(journalRecords));
  return {
    queued: await queuedEntries(lab),
    journaled: journals.reduce((sum, records) => sum + records, 0),
    unrecorded: book && book.batchIds.size > 0 ? await unrecorded(lab, book) : 0,
  };
}

/** Entries of both lanes. */
export async function queuedEntries({ engines }: Pick<Lab, 'engines'>): Promise<number> {
  const lengths = await Promise.all(
    ingestLanes.map((lane) => redisCommand(engines.redis.url, ['XLEN', laneStream(lane)])),
  );
  return lengths.reduce<number>((sum, length) => sum + Number(length), 0);
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

async function journalRecords(ingest: LabService): Promise<number> {
  const records = await ingest.metric('runlight_ingest_journal_records');
  if (records === undefined) throw new Error(`${ingest.name} does not say what is in its journal`);
  return records;
}

async function unrecorded({ database }: Parts, { batchIds }: Book): Promise<number> {
  const { recorded } = await database.db
    .selectFrom('ingest_ledger')
    .select(({ fn }) => fn.countAll<string>().as('recorded'))
    .where('batch_id', 'in', [...batchIds])
    .executeTakeFirstOrThrow();
  return batchIds.size - Number(recorded);
}
