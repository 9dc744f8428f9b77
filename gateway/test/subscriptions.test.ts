import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'graphql-ws';
import { startGateway } from './support/gateway.ts';
import type { TestGateway } from './support/gateway.ts';

let gateway: TestGateway;
before(async () => {
  gateway = await startGateway({ limits: { maxSocketsPerPrincipal: 500 } });
});
after(() => gateway.close());

interface SeenEvent {
  id: string;
  run: { label: string };
}

interface Seen {
  data?: ({ event?: SeenEvent } & Record<string, unknown>) | null;
  errors?: unknown;
}

const eventOf = ({ data }: Seen): SeenEvent => {
  assert.ok(data?.event);
  return data.event;
};

/** Collects what a subscription brings; `took` waits for so many results. */
function collect(client: Client, query: string, variables: Record<string, unknown> = {}) {
  const results: Seen[] = [];
  const errors: unknown[] = [];
  let ended = false;
  let wake = () => {};
  const stop = client.subscribe(
    { query, variables },
    {
      next: (result) => {
        results.push(result as Seen);
        wake();
      },
      error: (error) => {
        errors.push(error);
        ended = true;
        wake();
      },
      complete: () => {
        ended = true;
        wake();
      },
    },
  );
  const until = async (condition: () => boolean) => {
    while (!condition()) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('waited too long')), 5000);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  return {
    results,
    errors,
    stop,
    took: async (count: number) => {
      await until(() => results.length >= count);
      return results;
    },
    over: () => until(() => ended),
  };
}

const opened = async (count: number) => {
  while (gateway.log.counts().open < count) await pause(5);
};

const query = `subscription Live($project: ID!, $after: String, $with: Boolean! = true) {
  event: runEvents(projectId: $project, after: $after) {
    __typename
    id: eventId
    run { ...parts project @include(if: $with) { title: name } }
  }
}
fragment parts on Run { id label: name }`;

test('joins another subgraph, with alias, fragment, variable, default and include', async () => {
  const [full, bare] = [gateway.client(), gateway.client()];
  const first = collect(full, query, { project: 'p1' });
  const second = collect(bare, query, { project: 'p1', with: false });
  await opened(2);
  const { eventId, run } = gateway.log.publish('step');
  const [seen] = await first.took(1);
  assert.deepEqual(seen, {
    data: {
      event: {
        __typename: 'RunChanged',
        id: eventId,
        run: { id: run.id, label: 'step', project: { title: 'project p1' } },
      },
    },
  });
  const [without] = await second.took(1);
  assert.deepEqual(without?.data?.['event'], {
    __typename: 'RunChanged',
    id: eventId,
    run: { id: run.id, label: 'step' },
  });
  first.stop();
  second.stop();
});

test('subscriptions of two subgraphs share a socket, and each resumes in its own log', async () => {
  const client = gateway.client();
  const before = gateway.log.counts().opened;
  const runs = collect(
    client,
    'subscription { event: runEvents(projectId: "p1") { id: eventId } }',
  );
  const projectEvents = `subscription ($after: String) {
    event: projectEvents(after: $after) { id: eventId project { name description } }
  }`;
  const projects = collect(client, projectEvents);
  while (gateway.log.counts().opened === before) await pause(5);
  while (gateway.projectLog.counts().open < 1) await pause(5);
  const ofRun = gateway.log.publish('step');
  const ofProject = gateway.projectLog.publish('renamed', { projectId: 'p7' });
  assert.deepEqual((await runs.took(1))[0]?.data, { event: { id: ofRun.eventId } });
  const seen = { id: ofProject.eventId, project: { name: 'project p7', description: null } };
  assert.deepEqual((await projects.took(1))[0]?.data, { event: seen });
  projects.stop();

  const missed = gateway.projectLog.publish('again', { projectId: 'p8' });
  const resumed = collect(client, projectEvents, { after: ofProject.eventId });
  const [first] = await resumed.took(1);
  assert.equal(eventOf(first!).id, missed.eventId);
  runs.stop();
  resumed.stop();
});

test('sends partial errors per event, masked, and goes on', async () => {
  const live = collect(
    gateway.client(),
    'subscription { runEvents(projectId: "p1") { run { name broken } } }',
  );
  const before = gateway.log.counts().opened;
  while (gateway.log.counts().opened === before) await pause(5);
  gateway.log.publish('one');
  gateway.log.publish('two');
  const results = await live.took(2);
  assert.deepEqual(
    results.map(({ data }) => data),
    [
      { runEvents: { run: { name: 'one', broken: null } } },
      { runEvents: { run: { name: 'two', broken: null } } },
    ],
  );
  const text = JSON.stringify(results);
  assert.match(text, /"code":"INTERNAL"/);
  assert.doesNotMatch(text, /secret|stack|serviceName/);
  live.stop();
});

test('reports a reference that no longer exists', async () => {
  const live = collect(
    gateway.client(),
    'subscription { runEvents(projectId: "p1") { run { project { name } } } }',
  );
  const before = gateway.log.counts().opened;
  while (gateway.log.counts().opened === before) await pause(5);
  gateway.log.publish('orphan', { projectId: 'gone' });
  const [seen] = await live.took(1);
  assert.deepEqual(seen?.data, { runEvents: { run: { project: null } } });
  assert.match(JSON.stringify(seen?.errors), /UNRESOLVED_REFERENCE/);
  live.stop();
});

test('ends a subscription that the owner refuses with its error', async () => {
  const live = collect(gateway.client(), query, { project: 'missing' });
  await live.over();
  assert.match(JSON.stringify(live.errors), /NOT_FOUND/);
  assert.doesNotMatch(JSON.stringify(live.errors), /stack/);
});

test('resumes after a cut without a gap, then joins the others', async () => {
  const steady = collect(gateway.client(), query, { project: 'p1' });
  await opened(1);
  const first = gateway.log.publish('before');
  await steady.took(1);

  const missed = [gateway.log.publish('missed 1'), gateway.log.publish('missed 2')];
  const resumed = collect(gateway.client(), query, { project: 'p1', after: first.eventId });
  await resumed.took(2);
  gateway.log.publish('after');
  await resumed.took(3);
  const ids = resumed.results.map((seen) => eventOf(seen).id);
  assert.deepEqual(
    ids.slice(0, 2),
    missed.map(({ eventId }) => eventId),
  );
  gateway.log.publish('later');
  await resumed.took(4);
  await steady.took(5);
  // The stream of its own is over: one shared stream serves both.
  while (gateway.log.counts().open > 1) await pause(5);
  gateway.log.publish('shared');
  await resumed.took(5);
  const all = resumed.results.map((seen) => eventOf(seen).id);
  assert.equal(new Set(all).size, all.length, 'nothing arrives twice');
  assert.deepEqual(all, [...all].sort(), 'in order');
  steady.stop();
  resumed.stop();
  while (gateway.log.counts().open > 0) await pause(5);
});

test('200 subscribers share one stream and the fetches of one', async () => {
  const clients = Array.from({ length: 200 }, () => gateway.client());
  const openedBefore = gateway.log.counts().opened;
  const all = clients.map((client) => collect(client, query, { project: 'p1' }));
  await opened(1);
  // A query over the same socket is answered after the subscribe message before it was handled.
  for (const client of clients) await collect(client, '{ viewer { id } }').took(1);
  const fetchesBefore = gateway.graph.projectFetches();
  gateway.log.publish('for all');
  for (const one of all) await one.took(1);
  assert.equal(gateway.graph.projectFetches() - fetchesBefore, 1);
  assert.equal(gateway.log.counts().opened - openedBefore, 1);
  for (const one of all) one.stop();
  while (gateway.log.counts().open > 0) await pause(5);
});

test('other rights do not share', async () => {
  const other = { ...gateway.principals.get('key')!, id: 'key-2', workspaceId: 'w2' };
  gateway.principals.set('other', other);
  const before = gateway.log.counts().opened;
  const one = collect(gateway.client(), query, { project: 'p1' });
  const two = collect(gateway.client('other'), query, { project: 'p1' });
  while (gateway.log.counts().opened < before + 2) await pause(5);
  one.stop();
  two.stop();
});

test('runs queries and mutations over the socket through the same pipeline', async () => {
  const client = gateway.client();
  const run = collect(client, 'mutation { rename(id: "r1", name: "new") { name } }');
  assert.deepEqual((await run.took(1))[0], { data: { rename: { name: 'new' } } });
  await run.over();
  const deep = collect(client, `{ run(id: "r") ${'{ parent '.repeat(20)}{ id }${'}'.repeat(20)} }`);
  await deep.over();
  assert.match(JSON.stringify(deep.errors), /BAD_USER_INPUT/);
  const failing = collect(client, '{ fails }');
  const [seen] = await failing.took(1);
  assert.deepEqual(seen?.data, { fails: null });
  assert.doesNotMatch(JSON.stringify(seen), /hunter2|stack/);
});
