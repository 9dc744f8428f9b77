import { notFound } from '@runlight/service';
import type { FastifyInstance } from 'fastify';
import type { IngestContext } from '../../context.ts';
import type { GraphCaller } from '../graph-client.ts';
import { requireNoMistake } from '../graph-errors.ts';
import type { GraphUserError } from '../graph-errors.ts';
import { requireUuid, text, uuid } from '../read-values.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler, SdkRequest } from '../sdk-route.ts';

/** Public links to runs and threads (langsmith-protocol §4.1, §4.7). */
export function registerShares(app: FastifyInstance, context: IngestContext): void {
  const path = '/runs/:runId/share';
  registerSdkRoute(app, context, { method: 'PUT', path, handler: shareRun });
  registerSdkRoute(app, context, { method: 'GET', path, handler: readShare });
  registerSdkRoute(app, context, { method: 'DELETE', path, handler: unshareRun });
  const route = (method: 'GET' | 'POST' | 'DELETE', own: string, handler: SdkHandler) =>
    registerSdkRoute(app, context, { method, path: own, handler, generation: 'v2' });
  route('POST', path, shareRun);
  route('DELETE', path, unshareRun);
  route('POST', '/threads/:threadId/share', shareThread);
  route('GET', '/threads/:threadId/share', readThreadShare);
  route('DELETE', '/threads/:threadId/share', unshareThread);
}

interface Link {
  id: string;
  token: string | null;
  runUuid: string | null;
}

async function createLink(graph: GraphCaller, input: object): Promise<string> {
  const { createShareLink: made } = await graph.ask<{
    createShareLink: { shareLink: Link | null; userErrors: GraphUserError[] };
  }>(
    `mutation SdkShare($input: CreateShareLinkInput!) {
      createShareLink(input: $input) { shareLink { token } userErrors { code message } }
    }`,
    { input },
  );
  requireNoMistake(made.userErrors);
  return made.shareLink!.token!;
}

async function activeLinks(graph: GraphCaller, variables: object): Promise<Link[]> {
  const { shareLinks } = await graph.ask<{ shareLinks: { nodes: Link[] } }>(
    `query SdkShareLinks($traceUuid: ID, $threadId: String, $projectId: ID) {
      shareLinks(first: 100, isActive: true, traceUuid: $traceUuid, threadId: $threadId,
        projectId: $projectId) { nodes { id token runUuid } }
    }`,
    { ...variables },
  );
  return shareLinks.nodes;
}

async function revoke(graph: GraphCaller, links: readonly Link[]): Promise<void> {
  for (const { id } of links) {
    await graph.ask(
      `mutation SdkUnshare($input: RevokeShareLinkInput!) {
        revokeShareLink(input: $input) { userErrors { code message } }
      }`,
      { input: { id } },
    );
  }
}

const runIdOf = ({ params }: SdkRequest): string => requireUuid(params['runId'], 'run id');

const shareRun: SdkHandler = async (request) => {
  const runId = runIdOf(request);
  const token = text(request.body, 'share_token');
  return { run_id: runId, share_token: await createLink(request.graph, { runId, token }) };
};

/** `null`, and not a 404, when there is no link. */
const readShare: SdkHandler = async (request) => {
  const runId = runIdOf(request);
  const { runs } = await request.graph.ask<{ runs: { nodes: { shareToken: string | null }[] } }>(
    'query SdkShareToken($ids: [ID!]) { runs(ids: $ids, timeRange: {}) { nodes { shareToken } } }',
    { ids: [runId] },
  );
  const [run] = runs.nodes;
  if (!run) throw notFound('Run');
  return run.shareToken === null ? null : { run_id: runId, share_token: run.shareToken };
};

const unshareRun: SdkHandler = async (request) => {
  const runId = runIdOf(request);
  const { runs } = await request.graph.ask<{ runs: { nodes: { traceUuid: string }[] } }>(
    'query SdkTraceOf($ids: [ID!]) { runs(ids: $ids, timeRange: {}) { nodes { traceUuid } } }',
    { ids: [runId] },
  );
  // The second generation names the trace, and means the link to its root.
  const traceUuid = runs.nodes[0]?.traceUuid ?? runId;
  const links = await activeLinks(request.graph, { traceUuid });
  await revoke(
    request.graph,
    links.filter(({ runUuid }) => runUuid === runId),
  );
  void request.reply.code(204);
};

function threadOf({ params, body, query }: SdkRequest) {
  const projectId = uuid(body, 'project_id') ?? uuid(query, 'project_id');
  return { threadId: params['threadId'] ?? '', projectId };
}

const shareThread: SdkHandler = async (request) => ({
  share_token: await createLink(request.graph, threadOf(request)),
});

const readThreadShare: SdkHandler = async (request) => {
  const [link] = await activeLinks(request.graph, threadOf(request));
  return { share_token: link?.token ?? null };
};

const unshareThread: SdkHandler = async (request) => {
  await revoke(request.graph, await activeLinks(request.graph, threadOf(request)));
  void request.reply.code(204);
};
