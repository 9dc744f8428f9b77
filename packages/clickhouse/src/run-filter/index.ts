export { compileFilter, isIndexed, payloadCandidates } from './filter-sql.ts';
export type { FilterScope } from './filter-scope.ts';
export { userIdColumn } from './columns.ts';
