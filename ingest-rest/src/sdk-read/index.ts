import type { FastifyInstance } from 'fastify';
import type { IngestContext } from '../context.ts';
import { registerFeedbackConfigs } from './feedback/config-routes.ts';
import { registerFeedbackReads } from './feedback/routes.ts';
import { registerFeedbackTokens } from './feedback/token-routes.ts';
import { registerProjects } from './projects/routes.ts';
import { registerClassicRuns } from './runs/classic-routes.ts';
import { registerRunDeletion } from './runs/delete-route.ts';
import { registerModernRuns } from './runs/modern-routes.ts';
import { registerPublicReads } from './sharing/public-routes.ts';
import { registerShares } from './sharing/run-shares.ts';
import { registerStats } from './stats/routes.ts';
import { registerClassicThreads } from './threads/classic-routes.ts';
import { registerModernThreads } from './threads/modern-routes.ts';

/** Everything that SDKs read: thin translations of operations on the graph, asked in the caller's name. */
export function registerSdkReads(app: FastifyInstance, context: IngestContext): void {
  registerClassicRuns(app, context);
  registerModernRuns(app, context);
  registerRunDeletion(app, context);
  registerStats(app, context);
  registerClassicThreads(app, context);
  registerModernThreads(app, context);
  registerShares(app, context);
  registerPublicReads(app, context);
  registerProjects(app, context);
  registerFeedbackReads(app, context);
  registerFeedbackTokens(app, context);
  registerFeedbackConfigs(app, context);
}
