import type { FilterSubject } from '@runlight/run-model';
import { startUs, subjectOf } from './filter-samples.ts';
import type { Sample } from './filter-samples.ts';
import { childOf, rootKey, storeFeedback, storeRuns } from './stored-runs.ts';
import type { StoredRun } from './stored-runs.ts';
import type { Caller } from './traces-graph.ts';

function fieldsOf(one: Sample, startedAtUs: number): Partial<StoredRun> {
  const { isRoot: _, latencyMs, firstTokenMs, inputs, outputs, feedback: _1, ...rest } = one;
  const { usage, costUsd, ...fields } = rest;
  return {
    ...fields,
    startTimeUs: startedAtUs,
    ...(usage && { usage }),
    ...(costUsd !== undefined && { costUsd }),
    ...(latencyMs !== undefined && { endTimeUs: startedAtUs + latencyMs * 1000 }),
    ...(firstTokenMs !== undefined && { firstTokenTimeUs: startedAtUs + firstTokenMs * 1000 }),
    payloads: {
      ...(inputs !== undefined && { inputs }),
      ...(outputs !== undefined && { outputs }),
      events: '"hello World"',
    },
  };
}

/** Runs a second apart, each a root or below the one before; in the order of a list. */
export function placeRuns(
  samples: readonly Sample[],
  { workspaceId, projectId }: Caller,
): StoredRun[] {
  const runs: StoredRun[] = [];
  for (const [index, one] of samples.entries()) {
    const startedAtUs = startUs + index * 1_000_000;
    const fields = fieldsOf(one, startedAtUs);
    const above = runs.at(-1);
    runs.push(
      one.isRoot || !above
        ? { ...fields, key: rootKey(workspaceId, projectId, startedAtUs) }
        : childOf(above, fields),
    );
  }
  return runs;
}

export function subjectsOf(
  samples: readonly Sample[],
  runs: readonly StoredRun[],
): FilterSubject[] {
  const subjects = samples.map((one, index) => {
    const { key, parentRunId, startTimeUs } = runs[index]!;
    return subjectOf(one, {
      id: key.runId,
      traceId: key.traceId,
      parentId: parentRunId,
      projectId: key.projectId,
      startedAtUs: startTimeUs!,
    });
  });
  for (const one of subjects) {
    one.traceRuns = subjects.filter(({ traceId }) => traceId === one.traceId);
    one.threadRuns = subjects.filter(({ threadId }) => threadId === one.threadId);
  }
  return subjects;
}

/** An older version of everything says something else, so that answers must come from the newest. */
export async function storeSamples(
  url: string,
  samples: readonly Sample[],
  runs: readonly StoredRun[],
): Promise<void> {
  const other = (index: number) => samples[(index + 1) % samples.length]!;
  const older = runs.map((run, index) => ({ ...run, ...fieldsOf(other(index), run.startTimeUs!) }));
  await storeRuns(
    url,
    older.map((run) => ({ ...run, version: 1 })),
  );
  await storeRuns(
    url,
    runs.map((run) => ({
      ...run,
      version: 2,
      payloads: { inputs: '', outputs: '', ...run.payloads },
    })),
  );
  const feedback = samples.flatMap((one, index) =>
    one.feedback.map(({ source, score, ...rest }) => ({
      ...rest,
      workspaceId: runs[index]!.key.workspaceId,
      runId: runs[index]!.key.runId,
      sourceType: source,
      ...(score !== undefined && { score }),
    })),
  );
  await storeFeedback(url, feedback);
}
