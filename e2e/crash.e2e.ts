import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { waitFor } from '@runlight/testkit';
import { graph } from '@runlight/testkit/graph-request';
import { startLoad } from './support/load.ts';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';

// kill -9 of any one process under load loses no accepted run, and the stack heals by itself.
// This holds with a Redis that syncs each write; the bundled substitute cannot promise it yet.

const victims: [name: string, command: RegExp][] = [
  ['ingest', /ingest-rest\/src\/index\.ts/],
  ['worker', /worker\/src\/index\.ts/],
  ['platform', /embedded\/src\/platform/],
  ['clickhouse', /clickhouse-child/],
  ['postgres', /bin\/postgres/],
  ['redis', /redis-server|valkey-server/],
];

function redisMissing(): string | false {
  try {
    execFileSync('sh', ['-c', 'command -v redis-server || command -v valkey-server']);
    return false;
  } catch {
    return process.env['CI']
      ? false
      : 'no redis-server on this machine (Debian: apt-get install redis-server)';
  }
}

let stack: Stack;
before(async () => {
  if (!redisMissing()) stack = await startStack();
});
after(() => stack?.stop());

interface Missing {
  id: string;
  status: string | undefined;
}

/** Accepted runs that the graph does not show as ended. */
async function notStored(ids: string[]): Promise<Missing[]> {
  const missing: Missing[] = [];
  for (let start = 0; start < ids.length; start += 25) {
    const part = ids.slice(start, start + 25);
    const { data } = await graph<Record<string, { status: string } | null> | null>(
      stack,
      `query { ${part.map((id, index) => `r${index}: run(id: "${id}") { status }`).join(' ')} }`,
    );
    part.forEach((id, index) => {
      const status = data?.[`r${index}`]?.status;
      if (status !== 'SUCCESS') missing.push({ id, status });
    });
  }
  return missing;
}

test(
  'kill -9 of each process under load loses no accepted run',
  { skip: redisMissing() },
  async (t) => {
    const load = startLoad(stack, 'crash');
    t.after(load.stop);
    await waitFor(() => load.accepted.size >= 100, { timeoutMs: 20_000, what: 'the load to flow' });

    for (const [name, command] of victims) {
      const victim = (await stack.processes()).find((process) => command.test(process.command));
      assert.ok(victim, `${name} is running`);
      const before = load.accepted.size;
      const killedAt = performance.now();
      process.kill(victim.pid, 'SIGKILL');
      let fresh: string | undefined;
      await waitFor(
        async () => {
          // One batch may have been on its way when the process died; the next one tells.
          fresh ??= [...load.accepted][before + load.runsPerBatch];
          return (
            fresh !== undefined && (await notStored([fresh]).catch(() => [fresh])).length === 0
          );
        },
        { timeoutMs: 30_000, what: `the stack to store runs again after ${name} was killed` },
      );
      t.diagnostic(`${name}: whole again after ${Math.round(performance.now() - killedAt)} ms`);
      await pause(500);
    }

    await load.stop();
    t.diagnostic(`${load.accepted.size} runs accepted, ${load.refused()} requests refused`);
    let missing: Missing[] = [];
    await waitFor(
      async () => {
        missing = await notStored([...load.accepted]);
        return missing.length === 0;
      },
      { timeoutMs: 90_000, what: 'all accepted runs to be stored' },
    ).catch(() => undefined);
    assert.deepEqual(missing, [], 'accepted runs that are not stored');
  },
);
