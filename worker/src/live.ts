import type { LiveRunEvent } from '@runlight/run-model';
import type { FoldedRun } from './store/run-store.ts';

/** What subscribers get to know about a run that has just been stored. */
export function storedEvent({ group, state }: FoldedRun): LiveRunEvent {
  const { version: _version, isPartial: _isPartial, ...run } = state;
  let sequence = 0n;
  for (const operation of group.operations) {
    if (operation.sequence > sequence) sequence = operation.sequence;
  }
  return {
    stage: 'stored',
    kind: group.operations.some(({ kind }) => kind === 'update') ? 'update' : 'create',
    key: group.key,
    sequence: sequence.toString(),
    run,
  };
}
