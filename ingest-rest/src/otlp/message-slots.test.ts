import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAppError } from '@runlight/service';
import { createMessageSlots, messageSlotLimits } from './message-slots.ts';

/** Who got a slot so far, in their order. */
function queueOf() {
  const slots = createMessageSlots();
  const begun: string[] = [];
  const releases: (() => void)[] = [];
  const take = (name: string, workspaceId = name) =>
    slots.take(workspaceId).then((release) => {
      begun.push(name);
      releases.push(release);
    });
  return { begun, releases, take };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a few at a time; who waits begins in the order of coming', async () => {
  const { begun, releases, take } = queueOf();
  for (const name of 'abcdef') void take(name);
  await settled();
  assert.equal(begun.join(''), 'abcd');
  releases[2]!();
  releases[2]!();
  await settled();
  assert.equal(begun.join(''), 'abcde');
});

test('a workspace never has all of them, and is not waited for', async () => {
  const { begun, releases, take } = queueOf();
  for (const name of ['a1', 'a2', 'a3', 'a4']) void take(name, 'a');
  void take('b');
  await settled();
  assert.deepEqual(begun, ['a1', 'a2', 'b']);
  releases[2]!();
  await settled();
  assert.deepEqual(begun, ['a1', 'a2', 'b']);
  releases[0]!();
  await settled();
  assert.deepEqual(begun, ['a1', 'a2', 'b', 'a3']);
});

test('the line of a workspace has an end', async () => {
  const { take } = queueOf();
  const { slotsPerWorkspace, waitingPerWorkspace } = messageSlotLimits;
  for (let index = 0; index < slotsPerWorkspace + waitingPerWorkspace; index += 1) {
    void take(String(index), 'a');
  }
  await assert.rejects(
    take('x', 'a'),
    (error) => isAppError(error) && error.code === 'UNAVAILABLE',
  );
  await take('b');
});
