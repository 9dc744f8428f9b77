// Fills the compile cache with what the processes of the default stack load, so that the very first
// `npm start` is as fast as the later ones. Runs at the end of an installation.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { compileCacheDir } from './compile-cache.ts';

/** Without side effects; the processes' own entry files are small. */
const modules = [
  './main.ts',
  './engines/clickhouse.ts',
  '@runlight/auth',
  '@runlight/clickhouse',
  '@runlight/gateway',
  '@runlight/migrations',
  '@runlight/postgres',
  '@runlight/queue',
  '@runlight/subgraph-node',
  '@runlight/subgraph-traces',
  '@runlight/subgraph-workspaces',
  '../../../ingest-rest/src/server.ts',
  '../../../worker/src/parts.ts',
  '../../../worker/src/worker.ts',
];

enableCompileCache(compileCacheDir);
await Promise.allSettled(modules.map((name) => import(name)));
flushCompileCache();
process.exit();
