import type { RunKey } from '@runlight/run-model';
import type { FeedbackRow, FeedbackStore } from '../feedback/feedback-store.ts';
import type { Files, WantedObject } from '../files/files.ts';
import { batched } from './batched.ts';
import type { RunRow } from './run-row.ts';
import type { PayloadKey, RunStore, StoredPayload, TraceSummary } from './run-store.ts';
import type { TraceKey } from './tenant.ts';
import { traceText } from './usage-store.ts';
import type { ReportedUsage, UsageStore } from './usage-store.ts';

/** Reads of one request, batched: one query for all that is asked for in one tick. */
export type Loaders = ReturnType<typeof createLoaders>;

/** A larger payload is given as a link only: it would be parsed, checked and printed here. */
const maxWholeBytes = 8 * 1024 * 1024;
/** Of all large payloads of one batch together. */
const maxWholeBatchBytes = 32 * 1024 * 1024;

export interface LoaderSources {
  workspaceId: string;
  runs: RunStore;
  usage: UsageStore;
  feedback: FeedbackStore;
  files: Files;
}

export function createLoaders({ workspaceId, runs, usage, feedback, files }: LoaderSources) {
  const ours = <K extends TraceKey>(keys: readonly K[]) =>
    keys.filter((key) => key.workspaceId === workspaceId);
  return {
    /** undefined for runs that do not exist, or not in this workspace. */
    run: batched<RunKey, RunRow>({
      cacheKey: runKeyText,
      maxBatchSize: 500,
      load: async (keys) => {
        const known = ours(keys);
        const rows = known.length > 0 ? await runs.runs(known) : [];
        return new Map(rows.map((row) => [runKeyText(row.key), row]));
      },
    }),

    /** The key of a run by its UUID; undefined for runs that the workspace does not have. */
    runKey: batched<string, RunKey>({
      cacheKey: (runId) => runId,
      maxBatchSize: 500,
      load: runs.locateRuns,
    }),

    children: batched<RunKey, RunRow[]>({
      cacheKey: runKeyText,
      maxBatchSize: 100,
      load: async (parents) => {
        const children = new Map<string, RunRow[]>();
        for (const child of await runs.children(parents)) {
          const parent = runKeyText({ ...child.key, runId: child.parentRunId ?? '' });
          const siblings = children.get(parent);
          if (siblings) siblings.push(child);
          else children.set(parent, [child]);
        }
        return children;
      },
    }),

    /** Parent of each run of the trace that has one, by id; of one trace for all its runs. */
    parents: batched<TraceKey, Map<string, string>>({
      cacheKey: traceKeyText,
      maxBatchSize: 1000,
      load: async (traces) => {
        const known = ours(traces);
        const maps = await Promise.all(known.map(runs.parentsInTrace));
        return new Map(known.map((trace, index) => [traceKeyText(trace), maps[index]!]));
      },
    }),

    childCount: batched<RunKey, number>({
      cacheKey: runKeyText,
      maxBatchSize: 1000,
      load: async (keys) => withFullKeys(keys, await runs.childCounts(keys)),
    }),

    /** undefined for a trace without runs. */
    traceSummary: batched<TraceKey, TraceSummary>({
      cacheKey: traceKeyText,
      maxBatchSize: 100,
      load: async (traces) =>
        new Map(
          (await runs.traceSummaries(ours(traces))).map(([key, summary]) => [
            traceKeyText(key),
            summary,
          ]),
        ),
    }),

    /** Of all runs of a trace; undefined when none reports any. */
    usageOfTrace: batched<TraceKey, ReportedUsage>({
      cacheKey: ({ projectId, traceId }) => traceText(projectId, traceId),
      maxBatchSize: 100,
      load: usage.ofTraces,
    }),

    /** undefined when the field never arrived. */
    payload: batched<PayloadKey, StoredPayload>({
      cacheKey: payloadKeyText,
      // Each may hold megabytes.
      maxBatchSize: 100,
      load: async (keys) =>
        new Map((await runs.payloads(keys)).map((payload) => [payloadKeyText(payload), payload])),
    }),

    /** Whole text of payloads in the object store; undefined for those that are too large, or gone. */
    largePayload: batched<WantedObject, string>({
      cacheKey: ({ key }) => key,
      maxBatchSize: 1000,
      load: async (wanted) => {
        const small = wanted.filter(({ sizeBytes }) => sizeBytes <= maxWholeBytes);
        const found = await files.read(small, maxWholeBatchBytes);
        return new Map([...found].map(([key, bytes]) => [key, bytes.toString()]));
      },
    }),

    /** By the run's UUID, the newest first. */
    feedback: batched<string, FeedbackRow[]>({
      cacheKey: (runId) => runId,
      maxBatchSize: 500,
      load: async (runIds) =>
        Map.groupBy(await feedback.ofRuns(runIds), ({ runId }) => runId ?? ''),
    }),

    usageBelow: batched<RunKey, ReportedUsage>({
      cacheKey: runKeyText,
      // A page of a trace: each batch reads the whole trace.
      maxBatchSize: 1000,
      load: async (keys) => withFullKeys(keys, await usage.below(keys)),
    }),
  };
}

const traceKeyText = ({ workspaceId, projectId, traceStartUs, traceId }: TraceKey): string =>
  `${workspaceId} ${projectId} ${traceStartUs} ${traceId}`;

const runKeyText = ({ workspaceId, projectId, traceStartUs, traceId, runId }: RunKey): string =>
  `${workspaceId} ${projectId} ${traceStartUs} ${traceId} ${runId}`;

const payloadKeyText = ({ run, field }: PayloadKey): string => `${runKeyText(run)} ${field}`;

function withFullKeys<T>(keys: readonly RunKey[], byRunId: Map<string, T>): Map<string, T> {
  const result = new Map<string, T>();
  for (const key of keys) {
    const value = byRunId.get(key.runId);
    if (value !== undefined) result.set(runKeyText(key), value);
  }
  return result;
}
