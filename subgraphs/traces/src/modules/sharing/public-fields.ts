import type { Complete, RequestContext } from '@runlight/graphql';
import type { PayloadField } from '@runlight/run-model';
import type {
  RunStatus,
  RunType,
  ShareKind,
  SharedRunConnectionResolvers,
  SharedRunResolvers,
  SharedTraceResolvers,
} from '../../__generated__/resolvers.ts';
import { createFileFields } from '../files/resolvers.ts';
import { wholeText } from '../files/whole-text.ts';
import { parsePayload } from '../runs/payload.ts';
import type { Reads } from '../runs/reads.ts';
import { latencyMs } from '../runs/run-row.ts';
import { countOf, pageOfShared, pageOfTurns, rootOf, sharedRun } from './shared-trace.ts';
import type { SharedPage, SharedRunMapper, SharedTraceMapper } from './shared-trace.ts';

// The read model of public links: written out field by field, so that a new field of Run is not public.

type ReadsOf = (context: RequestContext) => Reads;

export interface SharedRunConnectionMapper extends SharedPage {
  context: RequestContext;
}

export const SharedTrace: Complete<SharedTraceResolvers, SharedTraceMapper> = {
  kind: ({ link }) => link.object.kind.toUpperCase() as ShareKind,
  expiresAt: ({ link: { expiresAtMs } }) => (expiresAtMs === undefined ? null : expiresAtMs * 1000),
  root: async (shared) => withContext(shared, await rootOf(shared)),
  runCount: (shared) => countOf(shared),
  runs: async (shared, args) => ({
    ...(await pageOfShared(shared, args)),
    context: shared.context,
  }),
  turns: async (shared, args) => ({
    ...(await pageOfTurns(shared, args)),
    context: shared.context,
  }),
  run: async (shared, { uuid }) => withContext(shared, await sharedRun(shared, uuid)),
};

const withContext = (
  { context }: SharedTraceMapper,
  run: SharedRunMapper['run'] | undefined,
): SharedRunMapper | null => (run ? { run, context } : null);

export const SharedRunConnection: Complete<
  SharedRunConnectionResolvers,
  Omit<SharedRunConnectionMapper, 'nodes'>
> = {
  nodes: ({ nodes, context }) => nodes.map((run) => ({ run, context })),
  pageInfo: ({ nodes, hasNextPage, cursorOf }) => {
    const [first, last] = [nodes[0], nodes.at(-1)];
    return {
      hasNextPage,
      hasPreviousPage: false,
      startCursor: first ? cursorOf(first) : null,
      endCursor: last ? cursorOf(last) : null,
    };
  },
};

/** Only what the sender means to show: the rest of a payload holds names, ids and keys of people. */
const publicFields = new Set<string>(['INPUTS', 'OUTPUTS']);

export function createSharedRun(readsOf: ReadsOf): Complete<SharedRunResolvers, SharedRunMapper> {
  const files = createFileFields(readsOf);
  const payload =
    (field: PayloadField) =>
    async ({ run, context }: SharedRunMapper) => {
      const { load } = readsOf(context);
      const stored = await load.payload.load({ run: run.key, field });
      return parsePayload(stored && (await wholeText(load, stored)));
    };
  const tokens =
    (kind: 'total' | 'prompt' | 'completion') =>
    async ({ run, context }: SharedRunMapper) =>
      (run.usage ?? (await readsOf(context).load.usageBelow.load(run.key))?.tokens)?.[kind] ?? null;

  return {
    uuid: ({ run }) => run.key.runId,
    traceUuid: ({ run }) => run.key.traceId,
    parentUuid: ({ run }) => run.parentRunId,
    isRoot: ({ run }) => run.isRoot,
    dottedOrder: ({ run }) => run.dottedOrder,
    name: ({ run }) => run.name,
    runType: ({ run }) => run.runType.toUpperCase() as RunType,
    status: ({ run }) => run.status.toUpperCase() as RunStatus,
    startedAt: ({ run }) => run.startTimeUs,
    endedAt: ({ run }) => run.endTimeUs ?? null,
    firstTokenAt: ({ run }) => run.firstTokenTimeUs ?? null,
    latencyMs: ({ run }) => latencyMs(run) ?? null,
    error: ({ run }) => run.error || null,
    model: ({ run }) => run.model || null,
    inputPreview: ({ run }) => run.inputsPreview,
    outputPreview: ({ run }) => run.outputsPreview,
    inputs: payload('inputs'),
    outputs: payload('outputs'),
    payload: ({ run, context }, args, _context, info) =>
      publicFields.has(args.field) ? call(files.payload, run, args, context, info) : null,
    totalTokens: tokens('total'),
    promptTokens: tokens('prompt'),
    completionTokens: tokens('completion'),
    totalCostUsd: async ({ run, context }) =>
      run.costUsd ?? (await readsOf(context).load.usageBelow.load(run.key))?.costUsd ?? null,
    attachments: ({ run, context }, args, _context, info) =>
      call(files.attachments, run, args, context, info),
    media: ({ run, context }, _args, _context, info) =>
      call(
        files.media,
        run,
        { fields: ['INPUTS' as const, 'OUTPUTS' as const], searchLarge: false },
        context,
        info,
      ),
  };
}

/** Generated resolvers are functions or objects with one; ours are functions. */
function call<Args extends unknown[], Result>(
  resolver: ((...args: Args) => Result) | object,
  ...args: Args
): Result {
  return (resolver as (...all: Args) => Result)(...args);
}
