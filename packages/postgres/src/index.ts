export { createSettledBatches } from './settled-batches.ts';
export { createDatabase } from './database.ts';
export type { Database, DatabaseOptions } from './database.ts';
export { PostgresError, isUniqueViolation } from './errors.ts';
export { toJsonbText } from './json-text.ts';
export { createNotificationListener } from './notification-listener.ts';
export type {
  NotificationHandler,
  NotificationListener,
  NotificationListenerOptions,
} from './notification-listener.ts';
export type {
  ApiKeyTable,
  AuthAccountTable,
  AuthSessionTable,
  AuthUserTable,
  AuthVerificationTable,
  IngestDeadLetterTable,
  IngestLedgerTable,
  IngestUsageTable,
  JobTable,
  ModelPriceTable,
  OrganizationTable,
  ProjectTable,
  Tables,
  WorkspaceMemberTable,
  WorkspaceTable,
} from './tables.ts';
