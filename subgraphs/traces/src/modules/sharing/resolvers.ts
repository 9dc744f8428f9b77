import { isActiveLink } from '@runlight/auth';
import type { ShareLink as Link, ShareLinks } from '@runlight/auth';
import {
  argumentsHash,
  decodeCursor,
  decodeGlobalId,
  encodeCursor,
  pageSize,
  plainGlobalId,
  scopedGlobalId,
  scopedUuid,
} from '@runlight/graphql';
import type { Complete, RequestContext } from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import { AppError, invalidInput, notFound, unavailable } from '@runlight/service';
import type {
  MutationResolvers,
  QueryResolvers,
  QueryShareLinksArgs,
  ShareKind,
  ShareLinkResolvers,
} from '../../__generated__/resolvers.ts';
import { mistake } from '../feedback/feedback-input.ts';
import type { Reads } from '../runs/reads.ts';
import { readShare } from './share-input.ts';
import { shareContext } from './shared-trace.ts';

type ReadsOf = (context: RequestContext) => Reads;

export interface SharingOptions {
  readsOf: ReadsOf;
  /** Public links; without them there is no sharing. */
  links: ShareLinks | undefined;
}

/** Longer ones are none of ours. */
const maxTokenLength = 64;

export function createSharingResolvers({ readsOf, links }: SharingOptions) {
  const requireLinks = (): ShareLinks => {
    if (!links) throw unavailable('This process has no public links');
    return links;
  };

  const Query: Pick<QueryResolvers, 'shareLinks' | 'shared'> = {
    shareLinks: (_root, args, { principal }) =>
      pageOfLinks(requireLinks(), principal.workspaceId, args),
    shared: async (_root, { token }, context) => {
      const link = token.length > maxTokenLength ? undefined : await requireLinks().find(token);
      if (!link) throw notFound('Link');
      const own = shareContext(context, link);
      context.log.info({ shareLinkId: link.id }, 'public link used');
      return { link, context: own, reads: readsOf(own) };
    },
  };

  const Mutation: Pick<MutationResolvers, 'createShareLink' | 'revokeShareLink'> = {
    createShareLink: async (_root, { input }, context) => {
      const { principal, log } = context;
      const read = await readShare(readsOf(context), input, Date.now());
      if ('mistake' in read) return { shareLink: null, userErrors: [read.mistake] };
      const createdBy = `${principal.kind}:${principal.id}`;
      const link = await createOrFind(requireLinks(), principal.workspaceId, {
        ...read.share,
        createdBy,
      });
      if (typeof link === 'string') return { shareLink: null, userErrors: [refusals[link]] };
      log.info({ shareLinkId: link.id, workspaceId: link.workspaceId }, 'public link created');
      return { shareLink: link, userErrors: [] };
    },
    revokeShareLink: async (_root, { input }, { principal, log }) => {
      const { workspaceId } = principal;
      const id = scopedUuid('ShareLink', workspaceId, input.id);
      const link = id && (await requireLinks().revoke(workspaceId, id));
      if (!link) {
        const problem = mistake('NOT_FOUND', 'There is no such link', ['id']);
        return { shareLink: null, userErrors: [problem] };
      }
      log.info({ shareLinkId: link.id, workspaceId }, 'public link revoked');
      return { shareLink: link, userErrors: [] };
    },
  };

  return { Query, Mutation, ShareLink: createShareLink(readsOf, requireLinks) };
}

const refusals = {
  taken: mistake('CONFLICT', 'This token is in use', ['token']),
  tooMany: mistake('CONFLICT', 'The workspace has as many public links as it may; revoke some'),
};

/** A create that is repeated with the same token gives the link that there is. */
async function createOrFind(
  links: ShareLinks,
  workspaceId: string,
  link: Parameters<ShareLinks['create']>[1],
): Promise<Link | 'taken' | 'tooMany'> {
  const created = await links.create(workspaceId, link);
  if (created !== 'taken') return created;
  const known = await links.find(link.token);
  const isSame =
    known?.workspaceId === workspaceId &&
    JSON.stringify(known.object) === JSON.stringify(link.object);
  return isSame ? known : 'taken';
}

async function pageOfLinks(links: ShareLinks, workspaceId: string, args: QueryShareLinksArgs) {
  const size = pageSize(args.first);
  const selection = {
    isActive: args.isActive ?? undefined,
    traceIds: args.traceUuid ? [requireUuid(args.traceUuid, 'traceUuid')] : undefined,
    thread: args.threadId
      ? { threadId: args.threadId, projectId: projectOf(workspaceId, args.projectId) }
      : undefined,
  };
  const hash = argumentsHash(selection);
  const after = args.after ? readPosition(args.after, hash) : undefined;
  const found = await links.list(workspaceId, { ...selection, after }, size + 1);
  const nodes = found.slice(0, size);
  const edges = nodes.map((node) => ({
    cursor: encodeCursor({ keys: [node.createdAtMs, node.id] }, hash),
    node,
  }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: after !== undefined,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function requireUuid(text: string, name: string): string {
  const uuid = parseUuid(text);
  if (!uuid) throw invalidInput(`${name} is no UUID`);
  return uuid;
}

function projectOf(workspaceId: string, id: string | null | undefined): string {
  const projectId = id ? scopedUuid('Project', workspaceId, id) : undefined;
  if (!projectId) throw invalidInput('threadId needs the projectId of one of your projects');
  return projectId;
}

function readPosition(cursor: string, hash: string) {
  const [createdAtMs, text] = decodeCursor(cursor, hash).keys;
  const id = parseUuid(text);
  if (typeof createdAtMs !== 'number' || !Number.isSafeInteger(createdAtMs) || !id) {
    throw new AppError('BAD_CURSOR', 'The cursor does not belong to this list');
  }
  return { createdAtMs, id };
}

function createShareLink(
  readsOf: ReadsOf,
  requireLinks: () => ShareLinks,
): Complete<ShareLinkResolvers, Link> {
  return {
    __resolveReference: async ({ id }, { principal: { workspaceId } }) => {
      const decoded = decodeGlobalId(id);
      if (decoded?.type !== 'ShareLink' || decoded.workspaceId !== workspaceId) return null;
      return (await requireLinks().byIds(workspaceId, [decoded.uuid]))[0] ?? null;
    },
    id: ({ workspaceId, id }) => scopedGlobalId('ShareLink', workspaceId, id),
    kind: ({ object }) => object.kind.toUpperCase() as ShareKind,
    token: ({ token }) => token ?? null,
    path: ({ token }) => (token === undefined ? null : `/s/${token}`),
    run: async ({ object, workspaceId }, _, context) => {
      if (object.kind === 'thread') return null;
      const { load } = readsOf(context);
      const { projectId, traceStartUs, traceId } = object;
      const trace = { workspaceId, projectId, traceStartUs, traceId };
      const runId =
        object.kind === 'run' ? object.runId : (await load.traceSummary.load(trace))?.rootId;
      return (runId && (await load.run.load({ ...trace, runId }))) || null;
    },
    runUuid: ({ object }) => (object.kind === 'run' ? object.runId : null),
    traceUuid: ({ object }) => (object.kind === 'thread' ? null : object.traceId),
    threadId: ({ object }) => (object.kind === 'thread' ? object.threadId : null),
    project: ({ object: { projectId }, workspaceId }) => ({
      id: scopedGlobalId('Project', workspaceId, projectId),
      projectId,
    }),
    createdBy: ({ createdBy }) => {
      const id = parseUuid(/^user:(.+)$/.exec(createdBy)?.[1]);
      return id ? { id: plainGlobalId('User', id) } : null;
    },
    createdAt: ({ createdAtMs }) => createdAtMs * 1000,
    expiresAt: ({ expiresAtMs }) => us(expiresAtMs),
    revokedAt: ({ revokedAtMs }) => us(revokedAtMs),
    lastUsedAt: ({ lastUsedAtMs }) => us(lastUsedAtMs),
    isActive: (link) => isActiveLink(link, Date.now()),
  };
}

const us = (ms: number | undefined): number | null => (ms === undefined ? null : ms * 1000);
