import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { waitFor } from '@runlight/testkit';
import type { Browser } from 'playwright-core';
import { browserMissing, openBrowser } from './support/browser.ts';
import { graph } from '@runlight/testkit/graph-request';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';

// The main job, as a newcomer lives it: start, sign in by the printed link, send a first trace with
// the unchanged SDK, and watch it while it runs.

let stack: Stack;
let browser: Browser;

before(async () => {
  stack = await startStack();
});
after(async () => {
  await browser?.close();
  await stack?.stop();
});

function sendFirstTrace(): Promise<number | null> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../examples/first-trace/first-trace.ts')],
    {
      env: {
        ...process.env,
        LANGSMITH_ENDPOINT: stack.url,
        LANGSMITH_API_KEY: stack.apiKey,
        LANGSMITH_TRACING: 'true',
      },
      stdio: 'ignore',
    },
  );
  return new Promise((resolve) => child.once('exit', resolve));
}

interface ListedRun {
  uuid: string;
  name: string;
  status: string;
}

async function rootRuns(): Promise<ListedRun[]> {
  const { data, errors } = await graph<{ project: { runs: { nodes: ListedRun[] } } }>(
    stack,
    `query { project(name: "default") { runs(first: 10, filter: { isRoot: true }) { nodes { uuid name status } } } }`,
  );
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data.project.runs.nodes;
}

test(
  'a first trace is on screen before it ends and complete after',
  { skip: browserMissing() },
  async () => {
    browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));

    await page.goto(stack.signInLink);
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'), { timeout: 20_000 });
    await page.goto(`${stack.url}/w/default/p/default/runs`);

    const sent = sendFirstTrace();
    const row = page.getByText('weather-agent').first();
    await row.waitFor({ timeout: 15_000 });
    const [running] = await rootRuns();
    assert.equal(running?.status, 'PENDING', 'the run is shown while it runs');

    await page.goto(`${stack.url}/w/default/t/${running.uuid}`);
    await page.getByText('get_weather').first().waitFor({ timeout: 10_000 });
    await page.getByText('answer', { exact: true }).first().waitFor({ timeout: 15_000 });
    assert.equal(await sent, 0);
    // The failed attempt stands out: one key selects it and its error is there to read.
    await page.keyboard.press('e');
    await page.getByText('weather service did not answer').first().waitFor({ timeout: 10_000 });

    await waitFor(async () => (await rootRuns())[0]?.status === 'SUCCESS', {
      timeoutMs: 10_000,
      what: 'the trace to be complete',
    });
    assert.deepEqual(problems, [], 'no script error on any page');
  },
);

test('the whole trace reads back through the graph with inputs, outputs, tokens and the error', async () => {
  if ((await rootRuns()).length === 0) assert.equal(await sendFirstTrace(), 0);
  await waitFor(async () => (await rootRuns())[0]?.status === 'SUCCESS', {
    timeoutMs: 15_000,
    what: 'the trace to be complete',
  });
  const [root] = await rootRuns();
  const { data, errors } = await graph<{
    run: {
      outputs: { answer: string };
      totalTokens: number;
      tags: string[];
      children: {
        name: string;
        runType: string;
        status: string;
        error: string | null;
        inputs: unknown;
      }[];
    };
  }>(
    stack,
    `query ($id: ID!) { run(id: $id) { outputs totalTokens tags
       children { name runType status error inputs } } }`,
    { id: root!.uuid },
  );
  assert.equal(errors, undefined, JSON.stringify(errors));
  assert.match(data.run.outputs.answer, /umbrella/);
  assert.equal(data.run.totalTokens, 55);
  assert.deepEqual(data.run.tags, ['first-trace']);
  assert.deepEqual(
    data.run.children.map(({ name, runType, status }) => [name, runType, status]),
    [
      ['get_weather', 'TOOL', 'ERROR'],
      ['get_weather', 'TOOL', 'SUCCESS'],
      ['answer', 'LLM', 'SUCCESS'],
    ],
  );
  assert.match(data.run.children[0]!.error ?? '', /did not answer/);
  assert.deepEqual(data.run.children[1]!.inputs, { city: 'Lisbon' });
});

test('nothing in the logs looks like an error', async () => {
  assert.deepEqual(await stack.errorLines(), []);
});
