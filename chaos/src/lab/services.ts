import { join } from 'node:path';
import { hookArgs } from '@runlight/testkit/faults';
import { enginePort } from '@runlight/embedded';
import { createLabProcess } from './lab-process.ts';
import type { LabProcess } from './lab-process.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** A process of the product. */
export interface LabService extends LabProcess {
  /** Where it answers: ingest and platform their clients, the worker operators only. */
  url: string;
  /** What `/ready` says; undefined when it gives no answer within two seconds. */
  readiness: () => Promise<Readiness | undefined>;
  isLive: (patienceMs?: number) => Promise<boolean>;
  /** The value of a metric, summed over its labels; undefined when there is none. */
  metric: (name: string, label?: string) => Promise<number | undefined>;
}

export interface Readiness {
  ready: boolean;
  checks: Record<string, string>;
}

export interface ServiceOptions {
  name: string;
  script: 'ingest-rest/src/index.ts' | 'worker/src/index.ts' | 'infra/embedded/src/platform.ts';
  env: (port: number) => Record<string, string>;
  host: Parameters<typeof createLabProcess>[1];
}

export async function createService({
  name,
  script,
  env,
  host,
}: ServiceOptions): Promise<LabService> {
  const port = await enginePort();
  const url = `http://127.0.0.1:${port}`;
  let startedBefore = false;
  const process_ = createLabProcess(
    {
      name,
      command: process.execPath,
      args: [...hookArgs, join(root, script)],
      env: {
        ...inheritedEnv(),
        NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/runlight-compiled'),
        ...env(port),
      },
      cwd: root,
      isHooked: true,
      async isUp() {
        // Again, it may have to wait for an engine that is away, and it must be able to.
        const response = await fetch(`${url}/${startedBefore ? 'live' : 'ready'}`);
        await response.arrayBuffer();
        startedBefore ||= response.ok;
        return response.ok;
      },
      stopSignal: 'SIGTERM',
    },
    host,
  );
  return {
    ...process_,
    url,
    async readiness() {
      const response = await ask(`${url}/ready`, 4000);
      return response && (JSON.parse(response.text) as Readiness);
    },
    isLive: async (patienceMs = 2000) => (await ask(`${url}/live`, patienceMs))?.status === 200,
    async metric(metric, label = '') {
      const response = await ask(`${url}/metrics`, 4000);
      return response && sumOf(response.text, metric, label);
    },
  };
}

async function ask(
  url: string,
  patienceMs: number,
): Promise<{ status: number; text: string } | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}

/** Sum of the samples of a metric in the Prometheus text whose labels contain the text. */
function sumOf(text: string, metric: string, label: string): number | undefined {
  const samples = text
    .split('\n')
    .filter((line) => line.startsWith(`${metric}{`) || line.startsWith(`${metric} `))
    .filter((line) => line.includes(label))
    .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)));
  return samples.length === 0 ? undefined : samples.reduce((sum, value) => sum + value, 0);
}

function inheritedEnv(): Record<string, string> {
  const { NODE_TEST_CONTEXT: _test, NODE_OPTIONS: _options, ...rest } = process.env;
  return Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
