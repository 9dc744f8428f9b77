export type { Complete } from './complete.ts';
export { perRequest } from './context.ts';
export type { RequestContext } from './context.ts';
export { argumentsHash, decodeCursor, encodeCursor, pageSize } from './cursor.ts';
export type { Cursor } from './cursor.ts';
export {
  decodeGlobalId,
  plainGlobalId,
  runGlobalId,
  scopedGlobalId,
  scopedUuid,
} from './global-id.ts';
export type { GlobalId } from './global-id.ts';
export { parseInstant, scalarResolvers } from './scalars.ts';
export { createSubgraph, subgraphTypeDefs } from './subgraph.ts';
export type { Subgraph } from './subgraph.ts';
