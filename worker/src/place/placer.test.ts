import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import type { AcceptedOperation } from '../operation.ts';
import { createPlacer } from './placer.ts';
import type { Placement } from './placement.ts';

const projectId = uuidv7();

const orphan = (workspaceId: string): AcceptedOperation => ({
  kind: 'update',
  runId: uuidv7(),
  envelope: {},
  envelopeBytes: new Uint8Array(),
  payloads: [],
  workspaceId,
  batchId: uuidv7(),
  acceptedAtMs: Date.now(),
  sequence: 1n,
  isSingle: false,
});

test('updates of many unknown runs ask the store once for each workspace', async () => {
  const asked: number[] = [];
  const unused = () => assert.fail('not needed for this');
  const nothing = () => Promise.resolve(new Map<string, never>());
  const placer = createPlacer({
    directory: {
      find: nothing,
      remember: unused,
      choose: (_workspaceId: string, _runId: string, place: Placement) => Promise.resolve(place),
      correct: unused,
      chosen: nothing,
    },
    stored: {
      find: (_workspaceId: string, ids: string[]) => {
        asked.push(ids.length);
        return nothing();
      },
      findTraces: unused,
      isEmpty: unused,
    },
    traceStarts: { choose: unused },
    mover: { move: unused },
    defaultProject: () => Promise.resolve(projectId),
    wait: () => Promise.resolve(),
  });
  const [first, second] = [uuidv7(), uuidv7()];
  const operations = [
    ...Array.from({ length: 1000 }, () => orphan(first)),
    ...Array.from({ length: 10 }, () => orphan(second)),
  ];
  const placed = await placer.settle(operations);
  assert.deepEqual(asked, [1000, 10]);
  assert.deepEqual(new Set(placed.map(({ operation }) => operation)), new Set(operations));
  assert.ok(placed.every(({ key }) => key.projectId === projectId));
});
