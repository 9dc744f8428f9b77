import type { ClickHouse } from '@runlight/clickhouse';
import type { FileLinks, ObjectStore } from '@runlight/objects';
import { perRequest } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import { createFeedbackReads } from '../feedback/feedback-reads.ts';
import type { FeedbackReads } from '../feedback/feedback-reads.ts';
import { createFeedbackStore } from '../feedback/feedback-store.ts';
import { createFiles } from '../files/files.ts';
import type { Files } from '../files/files.ts';
import { createListStore } from './list-store.ts';
import type { ListStore } from './list-store.ts';
import { createLoaders } from './loaders.ts';
import type { Loaders } from './loaders.ts';
import { createRunStore } from './run-store.ts';
import type { RunStore } from './run-store.ts';
import { createTenant } from './tenant.ts';
import { createUsageStore } from './usage-store.ts';
import type { UsageStore } from './usage-store.ts';

/** What a request may read: the stores bound to its workspace, and batching over them. */
export interface Reads {
  workspaceId: string;
  list: ListStore;
  runs: RunStore;
  usage: UsageStore;
  files: Files;
  feedback: FeedbackReads;
  load: Loaders;
}

export interface ReadsOptions {
  clickhouse: ClickHouse;
  objects: ObjectStore;
  links: FileLinks;
}

export function createReads({
  clickhouse,
  objects,
  links,
}: ReadsOptions): (context: RequestContext) => Reads {
  return perRequest(({ principal: { workspaceId }, signal }) => {
    const tenant = createTenant({ clickhouse, workspaceId, signal });
    const runs = createRunStore(tenant);
    const usage = createUsageStore(tenant);
    const files = createFiles({ objects, links, workspaceId });
    const feedback = createFeedbackStore(tenant);
    return {
      workspaceId,
      list: createListStore(tenant),
      runs,
      usage,
      files,
      feedback: createFeedbackReads(feedback),
      load: createLoaders({ workspaceId, runs, usage, feedback, files }),
    };
  });
}
