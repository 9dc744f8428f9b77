import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { LiveRunEntry, LiveRunEvent } from '@runlight/run-model';
import { uuidv7 } from '@runlight/run-model';
import { createLogger } from '@runlight/service';
import { testStores, waitFor } from '@runlight/testkit';
import type { TestStores } from '@runlight/testkit';
import { closeRedis, createLivePublisher, createLiveReader, createRedis } from '../src/index.ts';
import type { LiveGap, LivePublisher, LiveReader, Redis } from '../src/index.ts';
import { liveKeys, liveLogLimits } from '../src/live-log.ts';

const log = createLogger({ service: 'test', level: 'silent' });
let stores: TestStores<{ redis: true }>;
let redis: Redis;
let reader: LiveReader;
let publisher: LivePublisher;

before(async () => {
  stores = await testStores({ redis: true });
  redis = createRedis({ url: stores.redisUrl, log, name: 'test', offlineQueue: true });
  reader = createLiveReader({ url: stores.redisUrl, log });
  publisher = createLivePublisher(redis);
});

after(async () => {
  await reader?.close();
  if (redis) await closeRedis(redis);
  await stores?.close();
});

interface Project {
  workspaceId: string;
  projectId: string;
}

const newProject = (): Project => ({ workspaceId: uuidv7(), projectId: uuidv7() });

function eventOf(project: Project, name: string): LiveRunEvent {
  const runId = uuidv7();
  return {
    stage: 'stored',
    kind: 'create',
    key: { ...project, traceId: runId, runId, traceStartUs: 1_700_000_000_000_000 },
    sequence: '1',
    run: { name, status: 'pending' },
  };
}

const publishNames = (project: Project, ...names: string[]) =>
  publisher.publish(names.map((name) => eventOf(project, name)));

/** Publishes to a project that has been watched since before, and gives the id of the entry. */
async function publishFirst(project: Project, name: string): Promise<string> {
  const watcher = collect(project);
  await listening(project, watcher);
  await watcher.stop();
  await publishNames(project, name);
  const { log: key } = liveKeys(project.workspaceId, project.projectId);
  const [last] = await redis.xrevrange(key, '+', '-', 'COUNT', 1);
  return last![0];
}

type Received = LiveRunEntry | LiveGap;
const describe = (entry: Received) => ('gap' in entry ? 'gap' : entry.event.run.name);

/** Collects what a subscription gives until it is stopped. */
function collect(project: Project, after?: string) {
  const stop = new AbortController();
  const received: Received[] = [];
  const options = { ...project, signal: stop.signal, ...(after !== undefined && { after }) };
  const ended = (async () => {
    for await (const entry of reader.subscribe(options)) received.push(entry);
  })();
  return {
    received,
    names: () => received.map(describe),
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}

/** A subscription listens once an event published after it arrives. */
async function listening(project: Project, subscription: ReturnType<typeof collect>) {
  await waitFor(
    async () => {
      await publishNames(project, 'hello');
      return subscription.received.length > 0;
    },
    { timeoutMs: 5000, what: 'the subscription to listen' },
  );
  await publishNames(project, 'ready');
  await waitFor(() => subscription.names().includes('ready'), {
    timeoutMs: 5000,
    what: 'the last greeting',
  });
  subscription.received.length = 0;
}

const arrived = (subscription: ReturnType<typeof collect>, count: number) =>
  waitFor(() => subscription.received.length >= count, {
    timeoutMs: 5000,
    what: `${count} events`,
  });

test('gives events of the project as they come, and of no other', async () => {
  const project = newProject();
  const subscription = collect(project);
  await listening(project, subscription);
  await publishNames({ ...project, workspaceId: uuidv7() }, 'of another workspace');
  await publishNames(newProject(), 'of another project');
  await publishNames(project, 'a', 'b');
  await publishNames(project, 'c');
  await arrived(subscription, 3);
  assert.deepEqual(subscription.names(), ['a', 'b', 'c']);
  await subscription.stop();
});

test('replays what came after an event, then goes on live, without loss or repetition', async () => {
  const project = newProject();
  const first = collect(project);
  await listening(project, first);
  await publishNames(project, 'a', 'b', 'c');
  await arrived(first, 3);
  await first.stop();
  await publishNames(project, 'd');

  const after = (first.received[0] as LiveRunEntry).eventId;
  const second = collect(project, after);
  await arrived(second, 3);
  await publishNames(project, 'e');
  await arrived(second, 4);
  assert.deepEqual(second.names(), ['b', 'c', 'd', 'e']);
  await second.stop();
});

test('replays a long log completely while new events come', async () => {
  const project = newProject();
  const id = await publishFirst(project, 'start');
  for (let call = 0; call < 100; call += 1) await publishNames(project, `${call}a`, `${call}b`);
  const subscription = collect(project, `${id}-0`);
  for (let call = 100; call < 150; call += 1) await publishNames(project, `${call}a`, `${call}b`);
  await arrived(subscription, 300);
  const expected = Array.from({ length: 150 }, (_, call) => [`${call}a`, `${call}b`]).flat();
  assert.deepEqual(subscription.names(), expected);
  await subscription.stop();
});

test('says first that events are lost when the position is older than the log', async () => {
  const project = newProject();
  const id = await publishFirst(project, 'first');
  const many = Array.from({ length: 1000 }, (_, index) => `e${index}`);
  for (let round = 0; round * 1000 <= liveLogLimits.events; round += 1) {
    await publishNames(project, ...many);
  }
  const subscription = collect(project, `${id}-0`);
  await arrived(subscription, liveLogLimits.events - 300);
  assert.equal(describe(subscription.received[0]!), 'gap');
  assert.ok(subscription.received.length <= liveLogLimits.events + 1, 'the log is bounded');
  // The gap's id is a position to go on from: nothing is missing after it.
  const again = collect(project, subscription.received[0]!.eventId);
  await arrived(again, subscription.received.length - 1);
  assert.deepEqual(again.names(), subscription.names().slice(1));
  await subscription.stop();
  await again.stop();
});

test('says that events may be lost when the log of the position is gone', async () => {
  const project = newProject();
  const subscription = collect(project, '1700000000000-0-0');
  await arrived(subscription, 1);
  assert.deepEqual(subscription.names(), ['gap']);
  await subscription.stop();
});

test('gives a gap to a subscriber who does not read, and goes on after it', async () => {
  const project = newProject();
  const stop = new AbortController();
  const entries = reader.subscribe({ ...project, signal: stop.signal })[Symbol.asyncIterator]();
  let isListening = false;
  const first = entries.next().then(() => (isListening = true));
  await waitFor(
    async () => {
      await publishNames(project, 'hello');
      return isListening;
    },
    { timeoutMs: 5000, what: 'the subscription to listen' },
  );
  await first;
  const witness = collect(project);
  await listening(project, witness);
  for (let message = 0; message < 600; message += 1) await publishNames(project, `m${message}`);
  await arrived(witness, 600);

  const seen: (string | undefined)[] = [];
  for (;;) {
    const { value } = (await entries.next()) as { value: Received };
    seen.push(describe(value));
    if (seen.at(-1) === 'm599') break;
  }
  assert.ok(seen.includes('gap'), 'the subscriber is told');
  assert.ok(seen.length < 300, 'what waited was bounded');
  stop.abort();
  await entries.return?.();
  await witness.stop();
});

test('catches up after its connection broke', async () => {
  const project = newProject();
  const subscription = collect(project);
  await listening(project, subscription);
  await redis.client('KILL', 'TYPE', 'pubsub');
  await publishNames(project, 'while away');
  await arrived(subscription, 1);
  await publishNames(project, 'after');
  await arrived(subscription, 2);
  assert.deepEqual(subscription.names(), ['while away', 'after']);
  await subscription.stop();
});

test('events of a project are wanted from the first watcher until long after the last one', async () => {
  const project = newProject();
  const other = newProject();
  const wanted = () => publisher.watched([project, other, project], (each) => each);
  assert.deepEqual(await wanted(), []);
  const subscription = collect(project);
  await waitFor(async () => (await wanted()).length > 0, {
    timeoutMs: 5000,
    what: 'the watch to be known',
  });
  await subscription.stop();
  assert.deepEqual(await wanted(), [project, project]);
  const { watched } = liveKeys(project.workspaceId, project.projectId);
  const leftSeconds = await redis.ttl(watched);
  assert.ok(leftSeconds > 300, `a client may come back for ${leftSeconds} s`);
});

test('says that events are lost that nobody wanted', async () => {
  const project = newProject();
  const first = collect(project);
  await listening(project, first);
  await publishNames(project, 'seen');
  await arrived(first, 1);
  const { eventId } = first.received[0]!;
  await first.stop();
  const back = collect(project, eventId);
  await listening(project, back);
  assert.ok(!back.names().includes('gap'), 'the watch has not ended yet');
  await back.stop();

  await redis.del(liveKeys(project.workspaceId, project.projectId).watched);
  const late = collect(project, eventId);
  await arrived(late, 1);
  assert.equal(late.names()[0], 'gap');
  late.received.length = 0;
  await publishNames(project, 'next');
  await arrived(late, 1);
  assert.deepEqual(late.names(), ['next']);
  await late.stop();
});
