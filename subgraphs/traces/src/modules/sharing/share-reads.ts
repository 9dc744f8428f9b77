import type { ShareLink, ShareLinks } from '@runlight/auth';
import type { RequestContext } from '@runlight/graphql';
import DataLoader from 'dataloader';
import type { RunResolvers } from '../../__generated__/resolvers.ts';

/** More links than these of the traces of one batch are left out, the oldest first. */
const maxLinks = 5000;

export type ShareReads = ReturnType<typeof createShareReads>;

/** Batched reads of a request; nothing is remembered. */
export function createShareReads(links: ShareLinks | undefined, workspaceId: string) {
  const ofTrace = new DataLoader<string, ShareLink[]>(
    async (traceIds) => {
      ofTrace.clearAll();
      if (!links) return traceIds.map(() => []);
      const active = await links.list(workspaceId, { isActive: true, traceIds }, maxLinks);
      const byTrace = Map.groupBy(active, traceOf);
      return traceIds.map((id) => byTrace.get(id) ?? []);
    },
    { maxBatchSize: 500 },
  );
  return {
    /** Links to a trace and to runs in it that work now, the newest first. */
    ofTrace: (traceId: string): Promise<ShareLink[]> => ofTrace.load(traceId),
  };
}

const traceOf = ({ object }: ShareLink): string | undefined =>
  object.kind === 'thread' ? undefined : object.traceId;

export function createSharingFields(
  readsOf: (context: RequestContext) => { shares: ShareReads },
): Required<Pick<RunResolvers, 'shareToken'>> {
  return {
    shareToken: async ({ key }, _, context) => {
      const links = await readsOf(context).shares.ofTrace(key.traceId);
      const own = links.find(({ object }) => object.kind === 'run' && object.runId === key.runId);
      return own?.token ?? null;
    },
  };
}
