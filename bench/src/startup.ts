import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { descendants, startStack } from '@runlight/testkit/default-stack';
import { graph } from '@runlight/testkit/graph-request';
import { uuidv7 } from '@runlight/run-model';
import type { Figure } from './results.ts';

// R25: `npm start` from installed, on an empty data folder, until the front door answers and until a
// first run is stored; then the resident memory of the idle stack.

export async function measureStartup(): Promise<Figure[]> {
  const startedAt = performance.now();
  const stack = await startStack();
  try {
    const doorMs = performance.now() - startedAt;
    const id = uuidv7();
    await fetch(`${stack.url}/runs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': stack.apiKey },
      body: JSON.stringify({
        id,
        name: 'first',
        run_type: 'chain',
        start_time: new Date().toISOString(),
        end_time: new Date().toISOString(),
        inputs: {},
      }),
    });
    for (;;) {
      const { data } = await graph<{ run: { status: string } | null }>(
        stack,
        'query ($id: ID!) { run(id: $id) { status } }',
        { id },
      );
      if (data.run) break;
      await pause(20);
    }
    const storedMs = performance.now() - startedAt;
    await pause(20_000);
    const memory = await memoryOf(stack.process.pid!);
    return [
      {
        row: 'R25',
        what: 'npm start to front door',
        value: doorMs / 1000,
        unit: 's',
        must: '10 s',
      },
      {
        row: 'R25',
        what: 'npm start to first stored run',
        value: storedMs / 1000,
        unit: 's',
        must: '15 s',
      },
      {
        row: 'idle',
        what: 'memory of all processes (PSS)',
        value: memory.pss,
        unit: 'MB',
        must: '1200 MB',
      },
      {
        row: 'idle',
        what: 'memory of all processes (RSS, shared pages counted again)',
        value: memory.rss,
        unit: 'MB',
      },
      ...memory.processes,
    ];
  } finally {
    await stack.stop();
  }
}

/** Memory in MB of a process and all below it; PSS divides shared pages among those who share them. */
async function memoryOf(pid: number): Promise<{ pss: number; rss: number; processes: Figure[] }> {
  const perName = new Map<string, number>();
  let pss = 0;
  let rss = 0;
  for (const { pid: child, command } of await descendants(pid)) {
    const text = await readFile(`/proc/${child}/smaps_rollup`, 'utf8').catch(() => '');
    const field = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1024;
    pss += field('Pss');
    rss += field('Rss');
    const name = nameOf(command);
    perName.set(name, (perName.get(name) ?? 0) + field('Pss'));
  }
  const processes = [...perName].map(([name, value]): Figure => ({
    row: 'idle',
    what: `of it ${name} (PSS)`,
    value,
    unit: 'MB',
  }));
  return { pss, rss, processes };
}

function nameOf(command: string): string {
  if (/postgres/.test(command)) return 'postgres';
  const known = /(clickhouse|redis-server|valkey|ingest-rest|worker|platform|cli\.ts)/.exec(
    command,
  );
  return known?.[1] ?? command.slice(0, 40);
}
