import type { ShareLinks } from '@runlight/auth';
import type { ClickHouse } from '@runlight/clickhouse';
import type { FileLinks, ObjectStore } from '@runlight/objects';
import { perRequest } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import { createCostReads } from '../cost/cost-reads.ts';
import type { CostReads } from '../cost/cost-reads.ts';
import { createCostStore } from '../cost/cost-store.ts';
import { createFeedbackReads } from '../feedback/feedback-reads.ts';
import type { FeedbackReads } from '../feedback/feedback-reads.ts';
import { createFeedbackStore } from '../feedback/feedback-store.ts';
import { createFiles } from '../files/files.ts';
import type { Files } from '../files/files.ts';
import { createShareReads } from '../sharing/share-reads.ts';
import type { ShareReads } from '../sharing/share-reads.ts';
import { createListStore } from './list-store.ts';
import type { ListStore } from './list-store.ts';
import { createLoaders } from './loaders.ts';
import type { Loaders } from './loaders.ts';
import { createMeasuredStore } from './measured-store.ts';
import type { MeasuredStore } from './measured-store.ts';
import { createRunStore } from './run-store.ts';
import type { RunStore } from './run-store.ts';
import { createTenant } from './tenant.ts';
import type { Tenant } from './tenant.ts';
import { createUsageStore } from './usage-store.ts';
import type { UsageStore } from './usage-store.ts';

/** What a request may read: the stores bound to its workspace, and batching over them. */
export interface Reads {
  workspaceId: string;
  list: ListStore;
  measured: MeasuredStore;
  runs: RunStore;
  usage: UsageStore;
  files: Files;
  feedback: FeedbackReads;
  cost: CostReads;
  tenant: Tenant;
  shares: ShareReads;
  load: Loaders;
}

export interface ReadsOptions {
  clickhouse: ClickHouse;
  objects: ObjectStore;
  links: FileLinks;
  /** Public links; without them no run has any. */
  shareLinks?: ShareLinks | undefined;
}

export function createReads({
  clickhouse,
  objects,
  links,
  shareLinks,
}: ReadsOptions): (context: RequestContext) => Reads {
  return perRequest(({ principal: { workspaceId }, signal }) => {
    const tenant = createTenant({ clickhouse, workspaceId, signal });
    const runs = createRunStore(tenant);
    const usage = createUsageStore(tenant);
    const files = createFiles({ objects, links, workspaceId });
    const feedback = createFeedbackStore(tenant);
    return {
      workspaceId,
      tenant,
      shares: createShareReads(shareLinks, workspaceId),
      list: createListStore(tenant),
      measured: createMeasuredStore(tenant),
      runs,
      usage,
      files,
      feedback: createFeedbackReads(feedback),
      cost: createCostReads(createCostStore(tenant)),
      load: createLoaders({ workspaceId, runs, usage, feedback, files }),
    };
  });
}
