import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createDatabase } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import { Registry, createLogger } from '@runlight/service';
import { waitFor } from '@runlight/testkit';
import { createTenant, testDatabase } from '@runlight/testkit/tenants';
import type { TestDatabase } from '@runlight/testkit/tenants';
import { sql } from 'kysely';
import { createRejectionRecorder } from '../src/rejections/recorder.ts';
import type { RejectedOperation } from '../src/rejections/rejected-kinds.ts';

const log = createLogger({ service: 'test', level: 'silent' });
let database: TestDatabase;

before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const refused = (fields: Partial<RejectedOperation> = {}): RejectedOperation => ({
  code: 'invalid',
  reason: 'start_time is not a time',
  part: 'post.1',
  sample: Buffer.from('{"start_time":"soon"}'),
  ...fields,
});

async function newSender() {
  const { workspaceId } = await createTenant(database.db);
  return { workspaceId, keyId: uuidv7(), sdk: 'langsmith-py/0.4.1' };
}

const rowsOf = (workspaceId: string) =>
  database.db
    .selectFrom('ingest_rejection')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('last_at', 'desc')
    .execute();

/** The database, counting statements. */
function observed(connected = database.db) {
  const seen = { statements: 0 };
  const db = connected.withPlugin({
    transformQuery: ({ node }) => {
      seen.statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  return { db, seen };
}

describe('the recorder of refusals (O2)', () => {
  test('what was refused is a row within a second, and repeats count on it', async () => {
    const sender = await newSender();
    const recorder = createRejectionRecorder({ db: database.db, log });
    const runId = uuidv7();
    recorder.record({ ...sender, rejections: [refused(), refused()] });
    await waitFor(async () => (await rowsOf(sender.workspaceId)).length === 1, {
      timeoutMs: 10_000,
      what: 'the row to be written',
    });
    const [first] = await rowsOf(sender.workspaceId);
    recorder.record({ ...sender, rejections: [refused({ runId, sample: Buffer.from('€') })] });
    await recorder.close();
    const rows = await rowsOf(sender.workspaceId);
    assert.equal(rows.length, 1);
    const [row] = rows;
    assert.equal(row!.id, first!.id);
    assert.equal(row!.occurrences, 3);
    assert.equal(row!.run_id, runId);
    assert.equal(row!.sample.toString(), '€');
    assert.deepEqual(row!.first_at, first!.first_at);
    assert.ok(row!.last_at > first!.last_at);
    assert.deepEqual(
      [row!.key_id, row!.sdk, row!.code, row!.reason],
      [sender.keyId, sender.sdk, 'invalid', 'start_time is not a time'],
    );
  });

  test('a flood of 100,000 refusals costs few statements and is counted to the last one', async () => {
    const senders = await Promise.all(Array.from({ length: 20 }, newSender));
    const { db, seen } = observed();
    const registry = new Registry();
    const recorder = createRejectionRecorder({ db, log, metrics: registry });
    const sample = Buffer.alloc(20_000, 'x');
    for (let index = 0; index < 10_000; index += 1) {
      const sdk = `sdk ${index % 100}`;
      const rejections = Array.from({ length: 10 }, () => refused({ sample }));
      recorder.record({ ...senders[index % senders.length]!, sdk, rejections });
    }
    await recorder.close();
    assert.ok(seen.statements <= 15, `${seen.statements} statements`);
    const { rows } = await sql<{ occurrences: number; kinds: number }>`
      SELECT sum(occurrences)::bigint AS occurrences, count(*) AS kinds FROM ingest_rejection
      WHERE workspace_id = ANY(${senders.map(({ workspaceId }) => workspaceId)}::uuid[])`.execute(
      database.db,
    );
    const counted = await registry.getSingleMetric('runlight_ingest_rejections_total')!.get();
    assert.deepEqual(rows, [{ occurrences: 100_000, kinds: 100 }]);
    assert.deepEqual(
      counted.values.map(({ value, labels }) => [labels, value]),
      [[{ outcome: 'recorded' }, 100_000]],
    );
  });

  test('two processes that write the same kinds at once lose none and do not lock each other', async () => {
    const sender = await newSender();
    const recorders = Array.from({ length: 2 }, () =>
      createRejectionRecorder({ db: database.db, log }),
    );
    for (const [index, recorder] of recorders.entries()) {
      const reasons = Array.from({ length: 60 }, (_, each) => `reason ${each}`);
      if (index === 1) reasons.reverse();
      recorder.record({ ...sender, rejections: reasons.map((reason) => refused({ reason })) });
    }
    await Promise.all(recorders.map((recorder) => recorder.close()));
    const rows = await rowsOf(sender.workspaceId);
    assert.equal(rows.length, 60);
    assert.ok(rows.every(({ occurrences }) => occurrences === 2));
  });

  test('a database that gives no answer loses nothing: the next second tries again', async () => {
    const sender = await newSender();
    const impatient = createDatabase({
      url: database.url,
      log,
      applicationName: 'test',
      statementTimeoutMs: 100,
    });
    const { db, seen } = observed(impatient.db);
    const recorder = createRejectionRecorder({ db, log });
    await database.db.transaction().execute(async (transaction) => {
      await sql`LOCK TABLE ingest_rejection`.execute(transaction);
      recorder.record({ ...sender, rejections: [refused()] });
      await waitFor(() => seen.statements >= 2, { timeoutMs: 10_000, what: 'a second attempt' });
      recorder.record({ ...sender, rejections: [refused()] });
    });
    await recorder.close();
    assert.equal((await rowsOf(sender.workspaceId))[0]?.occurrences, 2);
    await impatient.close();
  });

  test('bytes and names that are no text are kept and never break the row', async () => {
    const sender = await newSender();
    const recorder = createRejectionRecorder({ db: database.db, log });
    const sample = Buffer.from([0, 0xff, 0xfe, 0x80]);
    recorder.record({
      ...sender,
      sdk: '\0\ud800',
      rejections: [refused({ sample, part: '\0', runId: 'x' })],
    });
    await recorder.close();
    const [row] = await rowsOf(sender.workspaceId);
    assert.deepEqual(row!.sample, sample);
    assert.equal(row!.run_id, null);
  });

  test('a workspace keeps its newest 1,000 kinds, and nothing for more than 30 days', async () => {
    const sender = await newSender();
    const other = await newSender();
    await fill(sender, 1100);
    await fill(other, 3, '31 days');
    const recorder = createRejectionRecorder({ db: database.db, log });
    const rejections = Array.from({ length: 5 }, (_, index) => refused({ reason: `new ${index}` }));
    recorder.record({ ...sender, rejections });
    await recorder.close();
    const rows = await rowsOf(sender.workspaceId);
    assert.equal(rows.length, 1000);
    assert.equal(rows.filter(({ reason }) => reason.startsWith('new ')).length, 5);
    assert.equal(
      rows.some(({ reason }) => reason === 'old 1099'),
      false,
    );
    assert.deepEqual(await rowsOf(other.workspaceId), []);
  });
});

/** Kinds of the past, the first one newest. */
async function fill(
  { workspaceId, keyId }: { workspaceId: string; keyId: string },
  count: number,
  age = '1 day',
): Promise<void> {
  await sql`
    INSERT INTO ingest_rejection
      (id, workspace_id, key_id, sdk, code, reason, occurrences, part, sample, first_at, last_at)
    SELECT gen_random_uuid(), ${workspaceId}, ${keyId}, '', 'invalid', 'old ' || i, 1, '', '',
           now() - ${age}::interval - interval '1 second' * i,
           now() - ${age}::interval - interval '1 second' * i
    FROM generate_series(0, ${count - 1}) AS i`.execute(database.db);
}
