import type { Database, Tables } from '@runlight/postgres';
import { decodeBatch } from '@runlight/queue';
import type { IngestProducer, QueuedBatch } from '@runlight/queue';
import type { Logger } from '@runlight/service';
import type { Kysely, Transaction } from 'kysely';

/** Puts dead letters back into the queue when somebody asked for it (O2). */
export interface Replays {
  /** Takes all that wait now. May throw; what it did until then holds. */
  run: () => Promise<void>;
}

/** Letters that are in memory, and locked, at a time. */
const pageSize = 10;

export function createReplays({
  database,
  producer,
  log,
}: {
  database: Pick<Database, 'db'>;
  producer: Pick<IngestProducer, 'send'>;
  log: Logger;
}): Replays {
  /**
   * A letter goes in the transaction that puts its operation into the queue. Deleted first: the worker
   * that stores the operation may refuse it again at once, and its new letter, which has the same id,
   * then waits for this transaction instead of being taken for the old one. A crash in between only
   * repeats the operation, which is harmless.
   */
  async function replayPage(transaction: Transaction<Tables>): Promise<number> {
    const letters = await takeRequested(transaction);
    if (letters.length === 0) return 0;
    const batches = new Map<Letter, QueuedBatch>();
    for (const letter of letters) {
      const batch = readBatch(letter.operation);
      if (batch) batches.set(letter, batch);
    }
    const readable = [...batches.keys()];
    await remove(transaction, readable);
    await refuse(transaction, letters, readable);
    for (const batch of batches.values()) {
      // It waits from now on; with the time it came first, storing would seem to be days behind.
      await producer.send({ ...batch, acceptedAtMs: Date.now() });
    }
    for (const { id, batchId, workspaceId, requestedBy } of readable) {
      log.info({ letterId: id, batchId, workspaceId, requestedBy }, 'dead letter goes back');
    }
    return letters.length;
  }

  async function refuse(
    transaction: Transaction<Tables>,
    letters: Letter[],
    readable: Letter[],
  ): Promise<void> {
    const unreadable = letters.filter((letter) => !readable.includes(letter));
    if (unreadable.length === 0) return;
    await transaction
      .updateTable('ingest_dead_letter')
      .set({ replay_requested_at: null, replay_requested_by: null })
      .where('id', 'in', idsOf(unreadable))
      .execute();
    log.warn({ letterIds: idsOf(unreadable) }, 'dead letters cannot be read and stay');
  }

  return {
    async run() {
      for (let taken = pageSize; taken === pageSize;) {
        taken = await database.db.transaction().execute(replayPage);
      }
    },
  };
}

interface Letter {
  id: string;
  batchId: string;
  workspaceId: string;
  requestedBy: string | null;
  operation: Buffer;
}

/** The oldest requests that no other worker has in hand. */
const takeRequested = (db: Kysely<Tables>): Promise<Letter[]> =>
  db
    .selectFrom('ingest_dead_letter')
    .select([
      'id',
      'batch_id as batchId',
      'workspace_id as workspaceId',
      'replay_requested_by as requestedBy',
      'operation',
    ])
    .where('replay_requested_at', 'is not', null)
    .orderBy('replay_requested_at')
    .limit(pageSize)
    .forUpdate()
    .skipLocked()
    .execute();

async function remove(db: Kysely<Tables>, letters: Letter[]): Promise<void> {
  if (letters.length === 0) return;
  await db.deleteFrom('ingest_dead_letter').where('id', 'in', idsOf(letters)).execute();
}

const idsOf = (letters: Letter[]): string[] => letters.map(({ id }) => id);

function readBatch(operation: Buffer): QueuedBatch | undefined {
  try {
    return decodeBatch(operation);
  } catch {
    // The letter of a damaged entry, or of a newer version.
    return undefined;
  }
}
