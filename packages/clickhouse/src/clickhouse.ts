import { createClient } from '@clickhouse/client';
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import { Histogram, invariant } from '@runlight/service';
import type { Logger, Registry } from '@runlight/service';
import { buffer } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { translateError } from './errors.ts';
import { insertProfile, readProfile } from './profiles.ts';
import { render } from './sql.ts';
import type { Sql } from './sql.ts';

export interface ClickHouseOptions {
  /** `http://user:password@host:port/database` */
  url: string;
  log: Logger;
  applicationName: string;
  /** Where the latency of named queries is counted. */
  metrics?: Registry;
  requestTimeoutMs?: number;
  maxConnections?: number;
}

export interface QueryOptions {
  /** Prefix of the query id and label of the metric: camelCase, one per place in the code. */
  name: string;
  query: Sql;
  /** Beyond the read profile. */
  settings?: ClickHouseSettings;
  signal?: AbortSignal;
  /** Says that the query reads no customer data; without it the text must name `workspace_id`. */
  tenantless?: boolean;
}

export interface InsertOptions {
  name: string;
  table: string;
  columns: readonly string[];
  /** Rows in RowBinary, in the order of `columns`. */
  body: Uint8Array | readonly Uint8Array[];
  settings?: ClickHouseSettings;
}

export interface ClickHouse {
  /**
   * All rows of a query, each parsed by `row`. 64-bit integers arrive as text, so that none loses
   * digits; read times as `toUnixTimestamp64Micro(…)`. Throws StoreError.
   */
  rows: <T>(options: QueryOptions & { row: (raw: Record<string, unknown>) => T }) => Promise<T[]>;
  /** As `rows`, but in lots as they arrive, for results that do not fit into memory. */
  stream: <T>(
    options: QueryOptions & { row: (raw: Record<string, unknown>) => T },
  ) => AsyncIterable<T[]>;
  /** The result in RowBinary, for the hot path. */
  rowBinary: (options: QueryOptions) => Promise<Buffer>;
  /** The result as a Parquet file, compressed with zstd. All of it is in memory. */
  parquet: (options: QueryOptions) => Promise<Buffer>;
  insertRowBinary: (options: InsertOptions) => Promise<void>;
  /** A statement without a result, such as `INSERT … SELECT`, `ALTER` or `DELETE`. Throws StoreError. */
  command: (options: QueryOptions) => Promise<void>;
  /** Throws StoreError when the server does not answer a query with these credentials. */
  ping: () => Promise<void>;
  close: () => Promise<void>;
}

const identifier = /^[a-z_]+$/;

/** A client whose every call has a name, the settings of its kind, and translated errors. */
export function createClickHouse(options: ClickHouseOptions): ClickHouse {
  const client = openClient(options);
  const timed = createTimer(options);

  async function* chunks(body: readonly Uint8Array[]) {
    for (const part of body) if (part.byteLength > 0) yield part;
  }

  return {
    rows: ({ row, ...options }) =>
      timed(options, async () => {
        const result = await client.query({ ...request(options), format: 'JSONEachRow' });
        return (await result.json<Record<string, unknown>>()).map(row);
      }),

    async *stream({ row, ...options }) {
      const result = await timed(options, () =>
        client.query({ ...request(options), format: 'JSONEachRow' }),
      );
      try {
        for await (const lot of result.stream<Record<string, unknown>>()) {
          yield lot.map((each) => row(each.json()));
        }
      } catch (error) {
        throw translateError(error, options.signal);
      } finally {
        result.close();
      }
    },

    rowBinary: (options) =>
      timed(options, async () => {
        const call = request(options);
        const result = await client.exec({ ...call, query: `${call.query} FORMAT RowBinary` });
        return buffer(result.stream);
      }),

    parquet: (options) =>
      timed(options, async () => {
        const call = request(options);
        const result = await client.exec({
          ...call,
          query: `${call.query} FORMAT Parquet`,
          clickhouse_settings: {
            ...call.clickhouse_settings,
            output_format_parquet_compression_method: 'zstd',
          },
        });
        return buffer(result.stream);
      }),

    insertRowBinary: ({ name, table, columns, body, settings }) =>
      timed({ name }, async () => {
        invariant(
          identifier.test(table) && columns.every((c) => identifier.test(c)),
          'plain names',
        );
        const { stream } = await client.exec({
          query: `INSERT INTO ${table} (${columns.join(', ')}) FORMAT RowBinary`,
          query_id: queryId(name),
          clickhouse_settings: { ...insertProfile, ...settings },
          values: Readable.from(chunks(body instanceof Uint8Array ? [body] : body), {
            objectMode: false,
          }),
        });
        // Empty, but the connection is free only once it has been read.
        await buffer(stream);
      }),

    command: (options) =>
      timed(options, async () => {
        await client.command(request(options));
      }),

    ping: () =>
      timed({ name: 'ping' }, async () => {
        const result = await client.ping({ select: true });
        if (!result.success) throw result.error;
      }),

    close: () => client.close(),
  };
}

function openClient({
  url,
  applicationName,
  requestTimeoutMs = 30_000,
  maxConnections = 10,
}: ClickHouseOptions): ClickHouseClient {
  const { username, password, pathname, origin } = new URL(url);
  return createClient({
    url: origin,
    username: decodeURIComponent(username || 'default'),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || 'default',
    application: applicationName,
    request_timeout: requestTimeoutMs,
    max_open_connections: maxConnections,
    // The driver logs whole queries with their parameters; errors reach our log once, translated.
    log: { level: 127 },
  });
}

const queryId = (name: string) => `${name}-${randomUUID()}`;

function request({ name, query, settings, signal, tenantless = false }: QueryOptions) {
  const { text, parameters } = render(query);
  invariant(tenantless || text.includes('workspace_id'), `${name} is bound to a workspace`);
  return {
    query: text,
    query_params: parameters,
    query_id: queryId(name),
    // A long list of ids does not fit into a URL.
    use_multipart_params_auto: true,
    clickhouse_settings: { ...readProfile, ...settings },
    ...(signal && { abort_signal: signal }),
  };
}

/** Runs a call under its name: counts its time, translates what it throws. */
function createTimer({ metrics, log }: ClickHouseOptions) {
  const seconds =
    metrics &&
    new Histogram({
      name: 'runlight_clickhouse_call_seconds',
      help: 'Time of calls to ClickHouse by name',
      labelNames: ['name', 'outcome'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
      registers: [metrics],
    });

  return async <T>(
    { name, signal }: { name: string; signal?: AbortSignal },
    call: () => Promise<T>,
  ): Promise<T> => {
    const startedAt = performance.now();
    let outcome = 'ok';
    try {
      return await call();
    } catch (error) {
      const translated = translateError(error, signal);
      outcome = translated.failure;
      log.debug({ name, failure: outcome, reason: translated.reason }, 'call to ClickHouse failed');
      throw translated;
    } finally {
      seconds?.observe({ name, outcome }, (performance.now() - startedAt) / 1000);
    }
  };
}
