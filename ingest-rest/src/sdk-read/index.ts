import type { FastifyInstance } from 'fastify';
import type { IngestContext } from '../context.ts';
import { registerFeedbackReads } from './feedback/routes.ts';
import { registerProjects } from './projects/routes.ts';
import { registerClassicRuns } from './runs/classic-routes.ts';
import { registerModernRuns } from './runs/modern-routes.ts';
import { registerStats } from './stats/routes.ts';
import { registerClassicThreads } from './threads/classic-routes.ts';

/** Everything that SDKs read: thin translations of operations on the graph, asked in the caller's name. */
export function registerSdkReads(app: FastifyInstance, context: IngestContext): void {
  registerClassicRuns(app, context);
  registerModernRuns(app, context);
  registerStats(app, context);
  registerClassicThreads(app, context);
  registerProjects(app, context);
  registerFeedbackReads(app, context);
}
