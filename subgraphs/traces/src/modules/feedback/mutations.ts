import type { FeedbackConfigDirectory } from '@runlight/auth';
import { scopedGlobalId, scopedUuid } from '@runlight/graphql';
import type { RequestContext } from '@runlight/graphql';
import type { FeedbackOperation, Judgement } from '@runlight/run-model';
import type { MutationResolvers } from '../../__generated__/resolvers.ts';
import type { Projects } from '../live/resolvers.ts';
import type { Reads } from '../runs/reads.ts';
import { mistake, readCreate, readUpdate } from './feedback-input.ts';
import type { Mistake } from './feedback-input.ts';
import type { FeedbackRow } from './feedback-row.ts';
import { createFeedbackWriter, withOperation } from './feedback-writer.ts';
import type { FeedbackQueue } from './feedback-writer.ts';
import { mayChange } from './rights.ts';

export interface FeedbackMutationOptions {
  readsOf: (context: RequestContext) => Reads;
  queue: FeedbackQueue | undefined;
  /** Refuses projects that the workspace does not have; without it any is taken. */
  projects: Projects | undefined;
  /** Enforced scales; without it every judgement is taken. */
  configs: FeedbackConfigDirectory | undefined;
}

type Mutations = Pick<MutationResolvers, 'createFeedback' | 'updateFeedback' | 'deleteFeedback'>;

export function createFeedbackMutations(options: FeedbackMutationOptions): Mutations {
  const { readsOf, queue, projects, configs } = options;

  async function write(
    context: RequestContext,
    operation: FeedbackOperation,
    before: FeedbackRow | undefined,
  ) {
    const { principal, signal } = context;
    const { store, byId } = readsOf(context).feedback;
    const { feedbackId, target } = operation;
    const isStored = await createFeedbackWriter({ queue, store, principal }).write(
      operation,
      (before ?? target)?.runId,
      signal,
    );
    const stored =
      isStored && operation.kind !== 'delete' ? await byId.load(feedbackId) : undefined;
    const { workspaceId } = principal;
    const nowUs = Date.now() * 1000;
    return {
      feedback: stored ?? withOperation(before, operation, { workspaceId, nowUs }),
      isStored,
      userErrors: [],
    };
  }

  async function misfitOf(
    workspaceId: string,
    key: string,
    judgement: Judgement,
  ): Promise<Mistake | undefined> {
    const problem = await configs?.problem(workspaceId, key, judgement);
    return problem === undefined ? undefined : mistake('INVALID', problem, ['score']);
  }

  /** The feedback of an id that the caller may change, or why not. */
  async function ownFeedback(id: string, context: RequestContext): Promise<Found> {
    const { principal } = context;
    const feedbackId = scopedUuid('Feedback', principal.workspaceId, id);
    const row = feedbackId && (await readsOf(context).feedback.byId.load(feedbackId));
    if (!row) return { mistake: mistake('NOT_FOUND', 'There is no such feedback', ['id']) };
    if (mayChange(principal, row)) return { row };
    return { mistake: mistake('INVALID', 'This feedback is somebody else’s', ['id']) };
  }

  return {
    createFeedback: async (_root, { input }, context) => {
      const { principal } = context;
      const { workspaceId } = principal;
      const isPerson = principal.kind === 'user';
      const read = readCreate(input, { workspaceId, isPerson });
      if ('mistake' in read) return refused(read.mistake);
      const { operation } = read;
      if (isPerson) operation.envelope.userId = principal.id;
      const misfit = await misfitOf(workspaceId, operation.envelope.key ?? '', operation.envelope);
      if (misfit) return refused(misfit);
      const projectId = operation.target?.projectId;
      if (projectId && projects && !(await projects.exists(workspaceId, projectId))) {
        return refused(mistake('NOT_FOUND', 'There is no such project', ['projectId']));
      }
      if (input.uuid) {
        const known = await readsOf(context).feedback.byId.load(operation.feedbackId);
        if (known && !mayChange(principal, known)) {
          return refused(mistake('CONFLICT', 'There is feedback with this id', ['uuid']));
        }
      }
      return write(context, operation, undefined);
    },

    updateFeedback: async (_root, { input }, context) => {
      const found = await ownFeedback(input.id, context);
      if ('mistake' in found) return refused(found.mistake);
      const read = readUpdate(input, found.row.feedbackId);
      if ('mistake' in read) return refused(read.mistake);
      const { row } = found;
      const { envelope } = read.operation;
      // What stays as it is may be older than the scale, and is nobody's mistake now.
      const misfit = await misfitOf(row.workspaceId, row.key, envelope);
      return misfit ? refused(misfit) : write(context, read.operation, row);
    },

    deleteFeedback: async (_root, { input }, context) => {
      const found = await ownFeedback(input.id, context);
      if ('mistake' in found) {
        return { deletedId: null, isStored: false, userErrors: [found.mistake] };
      }
      const { feedbackId, workspaceId } = found.row;
      const deletion: FeedbackOperation = { kind: 'delete', feedbackId, envelope: {} };
      const { isStored } = await write(context, deletion, found.row);
      const deletedId = scopedGlobalId('Feedback', workspaceId, feedbackId);
      return { deletedId, isStored, userErrors: [] };
    },
  };
}

type Found = { row: FeedbackRow } | { mistake: Mistake };

const refused = (problem: Mistake) => ({
  feedback: null,
  isStored: false,
  userErrors: [problem],
});
