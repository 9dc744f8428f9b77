import { createRowEncoder, instantUs, sql, uuid } from '@runlight/clickhouse';
import type { ClickHouse, RowEncoder, Sql } from '@runlight/clickhouse';
import type { RunKey } from '@runlight/run-model';
import { noExpiryDay } from '../retention/expiry.ts';
import { encodeKey } from '../store/run-group.ts';
import { eventColumns, keyColumns, payloadColumns } from '../store/rows.ts';

/** The kind of the event that says: the events of this run are at another place now. */
export const movedKind = 'moved';

/** The highest version there is: nothing that comes to the old place later shows up there again. */
const withdrawnVersion = (1n << 64n) - 1n;
const nilUuid = '00000000-0000-0000-0000-000000000000';

export interface RunMover {
  /**
   * Moves what is stored of a run to another place: copies its events and payloads, then withdraws the
   * row at the old place. Whoever stores the run at the new place next folds all of them. May be
   * repeated.
   */
  move: (from: RunKey, to: RunKey) => Promise<void>;
}

export function createRunMover(clickhouse: ClickHouse): RunMover {
  async function copyEvents(from: RunKey, to: RunKey): Promise<void> {
    const { keyRow } = encodeKey(to);
    const encoder = createRowEncoder();
    await clickhouse.rows({
      name: 'workerReadMovedEvents',
      query: sql`SELECT event_version, batch_id, kind, envelope FROM run_events WHERE ${at(from)}`,
      row: (raw) => {
        const kind = raw['kind'] as string;
        if (kind === movedKind) return;
        writeEvent(encoder, keyRow, {
          version: BigInt(raw['event_version'] as string),
          batchId: raw['batch_id'] as string,
          kind,
          envelope: raw['envelope'] as string,
        });
      },
    });
    await insert('run_events', eventColumns, encoder.take());
  }

  async function copyPayloads(from: RunKey, to: RunKey): Promise<void> {
    const { keyRow } = encodeKey(to);
    const encoder = createRowEncoder();
    await clickhouse.rows({
      name: 'workerReadMovedPayloads',
      query: sql`SELECT field, base64Encode(content) AS bytes, content_bytes, blob_key, version
        FROM run_payloads WHERE ${at(from)}`,
      row: (raw) => {
        encoder.raw(keyRow);
        encoder.text(raw['field'] as string);
        encoder.bytes(Buffer.from(raw['bytes'] as string, 'base64'));
        encoder.u32(raw['content_bytes'] as number);
        encoder.text(raw['blob_key'] as string);
        encoder.u64big(BigInt(raw['version'] as string));
        encoder.u16(noExpiryDay);
      },
    });
    await insert('run_payloads', payloadColumns, encoder.take());
  }

  async function withdraw(from: RunKey): Promise<void> {
    const { keyRow } = encodeKey(from);
    const event = createRowEncoder(256);
    writeEvent(event, keyRow, { version: 0n, batchId: nilUuid, kind: movedKind, envelope: '{}' });
    await insert('run_events', eventColumns, event.take());
    const row = createRowEncoder(256);
    row.raw(keyRow);
    row.u64big(withdrawnVersion);
    row.u8(1);
    await insert('runs', [...keyColumns, 'version', 'is_deleted'], row.take());
  }

  async function insert(
    table: string,
    columns: readonly string[],
    body: Uint8Array,
  ): Promise<void> {
    if (body.byteLength === 0) return;
    await clickhouse.insertRowBinary({ name: `workerMove_${table}`, table, columns, body });
  }

  return {
    async move(from, to) {
      await copyEvents(from, to);
      await copyPayloads(from, to);
      await withdraw(from);
    },
  };
}

/** In the order of `eventColumns`. */
function writeEvent(
  row: RowEncoder,
  keyRow: Uint8Array,
  event: { version: bigint; batchId: string; kind: string; envelope: string },
): void {
  row.raw(keyRow);
  row.u64big(event.version);
  row.uuid(event.batchId);
  row.text(event.kind);
  row.text(event.envelope);
  row.u16(noExpiryDay);
}

const at = ({ workspaceId, projectId, traceStartUs, traceId, runId }: RunKey): Sql =>
  sql`workspace_id = ${uuid(workspaceId)} AND project_id = ${uuid(projectId)}
    AND trace_start = ${instantUs(traceStartUs)} AND trace_id = ${uuid(traceId)}
    AND id = ${uuid(runId)}`;
