import type { TraceRun } from './trace-run.ts';

/** A run for tests; ids may be short names. */
export function testRun(uuid: string, fields: Partial<TraceRun> = {}): TraceRun {
  return {
    uuid,
    id: `gid-${uuid}`,
    parentUuid: null,
    name: uuid,
    runType: 'CHAIN',
    status: 'SUCCESS',
    isRoot: false,
    isPartial: false,
    startUs: 0,
    endUs: 10,
    firstTokenUs: null,
    error: null,
    model: null,
    promptTokens: null,
    completionTokens: null,
    totalTokens: null,
    costUsd: null,
    dottedOrder: '',
    ...fields,
  };
}

/** A random tree of `count` runs: every parent is one of the 200 runs before it. */
export function randomRuns(count: number, seed = 7): TraceRun[] {
  let state = seed;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const runs: TraceRun[] = [];
  for (let index = 0; index < count; index += 1) {
    const parent = runs[Math.max(0, index - 1 - Math.floor(random() * 200))];
    runs.push(
      testRun(`run-${index}`, {
        parentUuid: parent?.uuid ?? null,
        isRoot: index === 0,
        startUs: (parent?.startUs ?? 0) + Math.floor(random() * 10_000),
        endUs: 1_000_000,
        totalTokens: random() < 0.3 ? 10 : null,
        status: random() < 0.02 ? 'ERROR' : 'SUCCESS',
      }),
    );
  }
  return runs;
}
