export { createClickHouse } from './clickhouse.ts';
export type { ClickHouse, ClickHouseOptions, InsertOptions, QueryOptions } from './clickhouse.ts';
export { StoreError } from './errors.ts';
export type { StoreFailure } from './errors.ts';
export {
  bool,
  empty,
  float,
  floats,
  instantUs,
  int,
  join,
  list,
  render,
  sql,
  text,
  texts,
  tuples,
  unsigned,
  uuid,
  uuids,
} from './sql.ts';
export type { Sql } from './sql.ts';
export { RowEncoder, createRowEncoder } from './row-encoder.ts';
export { RowReader } from './row-reader.ts';
