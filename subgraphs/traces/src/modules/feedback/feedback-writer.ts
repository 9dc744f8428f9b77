import { setTimeout as pause } from 'node:timers/promises';
import type { Principal } from '@runlight/auth';
import type { Batch } from '@runlight/queue';
import { parseUuid, runVersion, uuidv7 } from '@runlight/run-model';
import type { FeedbackOperation } from '@runlight/run-model';
import { unavailable } from '@runlight/service';
import { nilUuid } from './feedback-row.ts';
import type { FeedbackRow } from './feedback-row.ts';
import type { FeedbackStore } from './feedback-store.ts';

/** The one way in: the durable queue, as for everything that SDKs send. */
export interface FeedbackQueue {
  /** Resolves once the batch is on disk; throws UNAVAILABLE when it is not. */
  send: (batch: Batch) => Promise<void>;
  reserveSequence: (count: number) => bigint;
  /** How long an answer waits at most until what was sent can be read; 3 seconds without it. */
  waitMs?: number;
}

/** A worker stores within some hundred milliseconds; who waits longer is told that it will come. */
const usualWaitMs = 3000;
const firstPauseMs = 40;

export interface FeedbackWriter {
  /**
   * Makes the operation durable and waits a little until it can be read. Gives whether that is so.
   * `runId` is where its row lies. Throws UNAVAILABLE when it is not safe.
   */
  write: (
    operation: FeedbackOperation,
    runId: string | undefined,
    signal: AbortSignal,
  ) => Promise<boolean>;
}

export function createFeedbackWriter({
  queue,
  store,
  principal,
}: {
  queue: FeedbackQueue | undefined;
  store: FeedbackStore;
  principal: Principal;
}): FeedbackWriter {
  return {
    async write(operation, runId, signal) {
      if (!queue) throw unavailable('Feedback cannot be taken by this process');
      const firstSequence = queue.reserveSequence(1);
      await queue.send({
        batchId: uuidv7(),
        workspaceId: principal.workspaceId,
        keyId: parseUuid(principal.id) ?? nilUuid,
        acceptedAtMs: Date.now(),
        sdk: 'graph',
        firstSequence,
        operations: [],
        feedback: [operation],
      });
      const least = runVersion({ isEnded: false, sequence: firstSequence, events: 1 });
      const version = () => store.storedVersion(operation.feedbackId, runId);
      return reaches(version, least, queue.waitMs ?? usualWaitMs, signal);
    },
  };
}

async function reaches(
  version: () => Promise<bigint>,
  least: bigint,
  maxWaitMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const endsAtMs = Date.now() + maxWaitMs;
  for (let pauseMs = firstPauseMs; Date.now() < endsAtMs; pauseMs *= 1.5) {
    await pause(pauseMs, undefined, { signal });
    if ((await version()) >= least) return true;
  }
  return false;
}

/** The row that an operation makes, or makes of another one: what a read will give. */
export function withOperation(
  before: FeedbackRow | undefined,
  { feedbackId, target, envelope, cleared = [] }: FeedbackOperation,
  { workspaceId, nowUs }: { workspaceId: string; nowUs: number },
): FeedbackRow {
  const row: FeedbackRow = before ?? {
    ...emptyRow,
    workspaceId,
    feedbackId,
    runId: target?.runId,
    traceId: target?.traceId,
    projectId: target?.projectId,
    threadId: target?.threadId ?? '',
    createdAtUs: nowUs,
  };
  const { sourceType, createdAtUs: _created, modifiedAtUs: _modified, ...fields } = envelope;
  const emptied = Object.fromEntries(cleared.map((field) => [field, emptyRow[field]]));
  return {
    ...row,
    ...fields,
    ...(sourceType !== undefined && { source: sourceType }),
    ...emptied,
    modifiedAtUs: nowUs,
  };
}

const emptyRow: FeedbackRow = {
  workspaceId: '',
  runId: undefined,
  feedbackId: '',
  traceId: undefined,
  projectId: undefined,
  threadId: '',
  key: '',
  score: undefined,
  value: '',
  comment: '',
  correction: '',
  config: '',
  source: '',
  sourceMetadata: '',
  userId: undefined,
  isError: false,
  comparativeExperimentId: undefined,
  groupId: undefined,
  extra: '',
  createdAtUs: 0,
  modifiedAtUs: 0,
};
