import type { LivePublisher } from '@runlight/queue';
import type { LiveRunEvent, RunState } from '@runlight/run-model';
import { costOf } from './store/cost-columns.ts';
import type { RunPrice } from './store/run-pricer.ts';
import type { PricedRun } from './store/run-store.ts';

/** The state without what only the store needs; a bigint has no form in JSON either. */
function publicState(state: RunState, price: RunPrice): LiveRunEvent['run'] {
  const { version: _version, isPartial: _isPartial, ...run } = state;
  const costUsd = costOf(state.costUsd, price);
  return costUsd ? { ...run, costUsd: { ...costUsd } } : run;
}

/** Publishes the runs of those projects that somebody watches. */
export async function tellWatchers(live: LivePublisher, runs: PricedRun[]): Promise<void> {
  const watched = await live.watched(runs, ({ group }) => group.key);
  if (watched.length > 0) await live.publish(watched.map(storedEvent));
}

/** What subscribers get to know about a run that has just been stored. */
function storedEvent({ group, state, price }: PricedRun): LiveRunEvent {
  let sequence = 0n;
  for (const operation of group.operations) {
    if (operation.sequence > sequence) sequence = operation.sequence;
  }
  return {
    stage: 'stored',
    kind: group.operations.some(({ kind }) => kind === 'update') ? 'update' : 'create',
    key: group.key,
    sequence: sequence.toString(),
    run: publicState(state, price),
  };
}
