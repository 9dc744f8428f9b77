import type { Lab } from '../lab/lab.ts';
import type { LabProcess } from '../lab/lab-process.ts';
import { limitOpenFiles, openFileLimit, openFiles } from '@runlight/testkit/faults';
import { briefly, forAWhile } from './fault.ts';
import type { Fault } from './fault.ts';

type Pick = (lab: Lab) => LabProcess;

const everybody: [name: string, pick: Pick][] = [
  ['ingest 1', (lab) => lab.ingests[0]!],
  ['ingest 2', (lab) => lab.ingests[1]!],
  ['worker 1', (lab) => lab.workers[0]!],
  ['worker 2', (lab) => lab.workers[1]!],
  ['the platform', (lab) => lab.platform!],
  ['ClickHouse', (lab) => lab.engines.clickhouse.process],
  ['Postgres', (lab) => lab.engines.postgres.process],
  ['Redis', (lab) => lab.engines.redis.process],
];
const ours = everybody.slice(0, 4);

const start = (pick: Pick) => async (lab: Lab) => {
  if (!pick(lab).isRunning()) await pick(lab).start();
};

/** Two faults may meet in one process. */
const ifRunning = (pick: Pick, act: (victim: LabProcess) => Promise<void>) => async (lab: Lab) => {
  const victim = pick(lab);
  if (victim.isRunning() && !(await victim.isFrozen())) await act(victim);
};

const kill = ([name, pick]: [string, Pick]): Fault => ({
  name: `kill ${name}`,
  inflict: ifRunning(pick, (victim) => victim.kill()),
  lasts: briefly,
  end: start(pick),
});

const freeze = ([name, pick]: [string, Pick]): Fault => ({
  name: `freeze ${name}`,
  inflict: ifRunning(pick, (victim) => victim.freeze()),
  lasts: forAWhile,
  end: async (lab) => {
    if (await pick(lab).isFrozen()) pick(lab).thaw();
  },
});

const deploy = ([name, pick]: [string, Pick]): Fault => ({
  name: `deploy ${name}`,
  inflict: ifRunning(pick, async (victim) => void (await victim.stop())),
  lasts: () => 0,
  end: start(pick),
});

const block = ([name, pick]: [string, Pick]): Fault => ({
  name: `block the event loop of ${name}`,
  inflict: ifRunning(pick, (victim) => victim.order({ kind: 'block', ms: 1500 })),
  lasts: () => 0,
  end: async () => undefined,
});

// Not of ingest: two of them whose clocks differ by an hour do not agree on what is newer (F26 speaks
// of the clock of one process).
const shiftClock = ([name, pick]: [string, Pick], ms: number): Fault => ({
  name: `shift the clock of ${name} by ${ms / 60_000} min`,
  inflict: ifRunning(pick, (victim) => victim.order({ kind: 'shift-clock', ms })),
  lasts: forAWhile,
  end: ifRunning(pick, (victim) => victim.order({ kind: 'shift-clock', ms: 0 })),
});

function starve([name, pick]: [string, Pick]): Fault {
  let normal = 1024;
  return {
    name: `no file descriptors for ${name}`,
    inflict: ifRunning(pick, async (victim) => {
      normal = await openFileLimit(victim.pid());
      await limitOpenFiles(victim.pid(), await openFiles(victim.pid()));
    }),
    lasts: forAWhile,
    end: ifRunning(pick, (victim) => limitOpenFiles(victim.pid(), normal)),
  };
}

export const processFaults: Fault[] = [
  ...everybody.map(kill),
  // Postgres is many processes, of which the first alone does little.
  ...everybody.filter(([name]) => name !== 'Postgres').map(freeze),
  ...ours.map(deploy),
  ...ours.map(block),
  shiftClock(ours[2]!, 3_600_000),
  shiftClock(ours[3]!, -3_600_000),
  starve(ours[0]!),
];
