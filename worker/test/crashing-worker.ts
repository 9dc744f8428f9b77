// A worker of its own process that kills itself at the step named by CRASH_AT, or at any step with the
// chance CRASH_CHANCE, as SIGKILL would.
import { Registry, createLogger } from '@runlight/service';
import { readWorkerEnv } from '../src/env.ts';
import { openParts } from '../src/parts.ts';
import { createWorker } from '../src/worker.ts';

const crashAt = process.env['CRASH_AT'];
const crashChance = Number(process.env['CRASH_CHANCE'] ?? 0);
const crash = (step: string) => {
  if (step === crashAt || Math.random() < crashChance) process.kill(process.pid, 'SIGKILL');
};

const log = createLogger({ service: 'worker', level: 'silent' });
const parts = openParts({ env: readWorkerEnv(), log, registry: new Registry() });
const { store, feedbackStore } = parts.worker;
createWorker({
  ...parts.worker,
  log,
  store: {
    ...store,
    insertOperations: async (groups) => {
      crash('before insert');
      await store.insertOperations(groups);
      crash('after events');
    },
    countMissing: (groups, runs) => {
      crash('before verify');
      return store.countMissing(groups, runs);
    },
  },
  feedbackStore: {
    ...feedbackStore,
    insertRows: async (rows) => {
      crash('before feedback rows');
      await feedbackStore.insertRows(rows);
      crash('after feedback rows');
    },
  },
  onStep: (step) => crash(`after ${step}`),
}).start();
