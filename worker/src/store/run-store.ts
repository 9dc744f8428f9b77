import { RowReader, instantUs, sql, unsigned, uuids } from '@runlight/clickhouse';
import type { ClickHouse, Sql } from '@runlight/clickhouse';
import { payloadVersion } from '@runlight/run-model';
import type { PayloadField, RunEnvelope, RunEvent, RunState } from '@runlight/run-model';
import {
  eventColumns,
  keyBytes,
  payloadColumns,
  runColumns,
  writeEvent,
  writePayloads,
  writeRun,
} from './rows.ts';
import { createEncoderPool } from './encoder-pool.ts';
import type { OwnPriceDirectory } from './own-prices.ts';
import { createRunPricer } from './run-pricer.ts';
import type { RunPrice, RunPricer } from './run-pricer.ts';
import type { RunGroup, RunGroups } from './run-group.ts';

/** The SQL of the write path. Every call names the workspaces whose rows it touches. */
export interface RunStore {
  /** Inserts the rows of all operations into `run_events` and `run_payloads`. */
  insertOperations: (groups: RunGroups) => Promise<void>;
  /**
   * All events of the runs, by the text of their key. Of batches named in `inHand` only the identity
   * is read: the caller has their envelopes.
   */
  readEvents: (groups: RunGroups, inHand: ReadonlySet<string>) => Promise<Map<string, ReadEvent[]>>;
  /** What the runs cost. May throw UNAVAILABLE: the prices that workspaces set are in Postgres. */
  priceRuns: (runs: FoldedRun[]) => Promise<PricedRun[]>;
  insertRuns: (runs: PricedRun[]) => Promise<void>;
  /** How many of the rows are not there with at least their version. */
  countMissing: (groups: RunGroups, runs: FoldedRun[]) => Promise<number>;
}

export type ReadEvent = Omit<RunEvent, 'envelope'> & { envelope: RunEnvelope | undefined };

export interface FoldedRun {
  keyText: string;
  group: RunGroup;
  state: RunState;
}

/** A run as it is written. */
export interface PricedRun extends FoldedRun {
  price: RunPrice;
}

const keyColumns = sql`workspace_id, project_id, trace_start, trace_id, id`;

export function createRunStore(
  clickhouse: ClickHouse,
  ownPrices: OwnPriceDirectory,
  priceRun: RunPricer = createRunPricer(),
): RunStore {
  const encoders = createEncoderPool();
  return {
    async insertOperations(groups) {
      using events = encoders.borrow();
      using payloads = encoders.borrow();
      for (const at of groups.values()) {
        for (const operation of at.operations) {
          writeEvent(events.rows, at, operation);
          writePayloads(payloads.rows, at, operation);
        }
      }
      await Promise.all([
        insert(clickhouse, 'run_events', eventColumns, events.rows.take()),
        payloads.rows.length > 0 &&
          insert(clickhouse, 'run_payloads', payloadColumns, payloads.rows.take()),
      ]);
    },

    async readEvents(groups, inHand) {
      const result = new RowReader(
        await clickhouse.rowBinary({
          name: 'workerReadEvents',
          query: sql`SELECT ${keyColumns}, event_version, batch_id, kind,
              if(has(${uuids([...inHand])}, batch_id), '', envelope)
            FROM run_events WHERE ${touchedBy(groups)}`,
          settings: hotPath,
        }),
      );
      const events = new Map<string, ReadEvent[]>();
      while (!result.isAtEnd) {
        const keyText = result.latin1(keyBytes);
        const event = readEvent(result);
        const known = events.get(keyText);
        if (known) known.push(event);
        else events.set(keyText, [event]);
      }
      return events;
    },

    async priceRuns(runs) {
      const own = await ownPrices.of(withUsage(runs));
      return runs.map((run) => {
        const { key } = run.group;
        return { ...run, price: priceRun(key, run.state, own.get(key.workspaceId)) };
      });
    },

    async insertRuns(runs) {
      using encoder = encoders.borrow();
      for (const { group, state, price } of runs) {
        writeRun(encoder.rows, group, state, price);
      }
      await insert(clickhouse, 'runs', runColumns, encoder.rows.take());
    },

    async countMissing(groups, runs) {
      const [missingRuns, missingPayloads] = await Promise.all([
        countMissingRuns(clickhouse, groups, runs),
        countMissingPayloads(clickhouse, groups),
      ]);
      return missingRuns + missingPayloads;
    },
  };
}

/** Only they have something to price. */
function* withUsage(runs: readonly FoldedRun[]): Generator<string> {
  for (const { group, state } of runs) if (state.usage) yield group.key.workspaceId;
}

/** Reads of the worker may take longer than a person would wait. */
const hotPath = { max_execution_time: 25 };

const insert = (
  clickhouse: ClickHouse,
  table: string,
  columns: readonly string[],
  body: Uint8Array,
) => clickhouse.insertRowBinary({ name: `workerInsert_${table}`, table, columns, body });

/**
 * The runs that the batches touch. Their keys are not sent: the store has them already, in the rows
 * just inserted, and finds those by the bloom index on `batch_id`. Thousands of keys as literals would
 * cost more to parse than the query itself. The bounds let the primary key skip other times.
 */
function touchedBy(groups: RunGroups): Sql {
  const batches = new Set<string>();
  const workspaces = new Set<string>();
  let from = Infinity;
  let to = -Infinity;
  for (const { key, operations } of groups.values()) {
    for (const { batchId } of operations) batches.add(batchId);
    workspaces.add(key.workspaceId);
    from = Math.min(from, key.traceStartUs);
    to = Math.max(to, key.traceStartUs);
  }
  const bounds = sql`workspace_id IN ${uuids([...workspaces])}
    AND trace_start BETWEEN ${instantUs(from)} AND ${instantUs(to)}`;
  return sql`${bounds} AND (${keyColumns}) IN (
    SELECT ${keyColumns} FROM run_events
    WHERE ${bounds} AND batch_id IN ${uuids([...batches])})`;
}

function readEvent(result: RowReader): ReadEvent {
  const sequence = result.u64big();
  const batchId = result.uuid();
  const kind = result.text() as RunEvent['kind'];
  const envelope = result.text();
  return {
    sequence,
    batchId,
    kind,
    envelope: envelope === '' ? undefined : (JSON.parse(envelope) as RunEnvelope),
  };
}

async function countMissingRuns(
  clickhouse: ClickHouse,
  groups: RunGroups,
  runs: FoldedRun[],
): Promise<number> {
  let lowest = topVersion;
  for (const { state } of runs) if (state.version < lowest) lowest = state.version;
  const result = new RowReader(
    await clickhouse.rowBinary({
      name: 'workerVerifyRuns',
      query: sql`SELECT ${keyColumns}, version FROM runs
        WHERE ${touchedBy(groups)} AND version >= ${unsigned(lowest)}`,
      settings: hotPath,
    }),
  );
  const wanted = new Map(runs.map(({ keyText, state }) => [keyText, state.version]));
  while (!result.isAtEnd) {
    const keyText = result.latin1(keyBytes);
    const version = result.u64big();
    // A row with a higher version is as good: somebody knew more.
    const least = wanted.get(keyText);
    if (least !== undefined && version >= least) wanted.delete(keyText);
  }
  return wanted.size;
}

async function countMissingPayloads(clickhouse: ClickHouse, groups: RunGroups): Promise<number> {
  const { wanted, lowest } = payloadVersions(groups);
  if (wanted.size === 0) return 0;
  const result = new RowReader(
    await clickhouse.rowBinary({
      name: 'workerVerifyPayloads',
      query: sql`SELECT ${keyColumns}, field, version FROM run_payloads
        WHERE ${touchedBy(groups)} AND version >= ${unsigned(lowest)}`,
      settings: hotPath,
    }),
  );
  while (!result.isAtEnd) {
    const fields = wanted.get(result.latin1(keyBytes));
    const field = result.text() as PayloadField;
    const version = result.u64big();
    const least = fields?.get(field);
    if (least !== undefined && version >= least) fields!.delete(field);
  }
  let missing = 0;
  for (const fields of wanted.values()) missing += fields.size;
  return missing;
}

/** The version that each payload row must have at least. */
function payloadVersions(groups: RunGroups) {
  const wanted = new Map<string, Map<PayloadField, bigint>>();
  let lowest = topVersion;
  for (const [keyText, { operations }] of groups) {
    const fields = new Map<PayloadField, bigint>();
    for (const { kind, sequence, payloads } of operations) {
      if (payloads.length === 0) continue;
      const version = payloadVersion(kind, sequence);
      if (version < lowest) lowest = version;
      for (const { field } of payloads) {
        if (version > (fields.get(field) ?? -1n)) fields.set(field, version);
      }
    }
    if (fields.size > 0) wanted.set(keyText, fields);
  }
  return { wanted, lowest };
}

const topVersion = (1n << 64n) - 1n;
