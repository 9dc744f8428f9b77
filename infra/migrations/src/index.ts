export { migrateClickHouse } from './clickhouse.ts';
export { migratePostgres } from './postgres.ts';
export type { MigrateOptions } from './postgres.ts';
export { createPostgresDatabase, dropPostgresDatabase } from './postgres-database.ts';
