import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { graph } from '@runlight/testkit/graph-request';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import { waitFor } from '@runlight/testkit';
import type { Browser } from 'playwright-core';
import { browserMissing, openBrowser } from './support/browser.ts';

// What runs cost, from an SDK's body to the screen: the table, a price of one's own, pricing again.

let stack: Stack;
let browser: Browser | undefined;

before(async () => {
  stack = await startStack();
});
after(async () => {
  await browser?.close();
  await stack?.stop();
});

/** A model call whose outputs are the provider's response. */
async function send(model: string, provider: string, usage: object): Promise<string> {
  const id = randomUUID();
  const startMs = Date.now() - 5000;
  const at = (ms: number) => new Date(ms).toISOString();
  const stamp = `${at(startMs).replaceAll(/[-:.Z]/g, '')}000Z`;
  const run = {
    id,
    trace_id: id,
    dotted_order: stamp + id,
    name: 'call',
    run_type: 'llm',
    session_name: 'prices',
    start_time: at(startMs),
    end_time: at(startMs + 900),
    inputs: { question: 1 },
    outputs: { model, usage },
    extra: { metadata: { ls_provider: provider, ls_model_name: model } },
  };
  const response = await fetch(`${stack.url}/runs/batch`, {
    method: 'POST',
    headers: { 'x-api-key': stack.apiKey, 'content-type': 'application/json' },
    body: JSON.stringify({ post: [run] }),
  });
  assert.equal(response.status, 202);
  return id;
}

async function costOf(runUuid: string) {
  const { data } = await graph(
    stack,
    'query ($ids: [ID!]) { runs(first: 1, ids: $ids) { nodes { cost { totalUsd source priceEntry unpricedReason } } } }',
    { ids: [runUuid] },
  );
  const answer = data as { runs: { nodes: { cost: Record<string, unknown> | null }[] } };
  return answer.runs.nodes[0]?.cost;
}

const stored = (runUuid: string) =>
  waitFor(async () => (await costOf(runUuid)) !== undefined, {
    timeoutMs: 20_000,
    what: 'the run to be stored',
  });

const usage = { prompt_tokens: 1_000_000, completion_tokens: 100_000, total_tokens: 1_100_000 };

test('a response is priced to the last digit by the table, cached tokens once', async () => {
  const id = await send('claude-opus-5-5', 'anthropic', {
    input_tokens: 2048,
    cache_read_input_tokens: 1800,
    cache_creation_input_tokens: 248,
    cache_creation: { ephemeral_5m_input_tokens: 148, ephemeral_1h_input_tokens: 100 },
    output_tokens: 503,
    output_tokens_details: { thinking_tokens: 203 },
  });
  await stored(id);
  assert.deepEqual(await costOf(id), {
    totalUsd: '0.020152',
    source: 'PRICE_TABLE',
    priceEntry: 'anthropic/claude-opus-5-5',
    unpricedReason: null,
  });
});

test(
  'an unknown model has no price until somebody sets one and prices again',
  { skip: browserMissing() },
  async () => {
    const id = await send('my-model-1', 'lab', usage);
    await stored(id);
    assert.equal((await costOf(id))!['unpricedReason'], 'UNKNOWN_PROVIDER');

    browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(stack.signInLink);
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'), { timeout: 20_000 });
    await page.getByRole('link', { name: 'Model prices' }).click();

    await page.getByRole('button', { name: 'Add price' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Our model');
    await page.getByRole('textbox', { name: /Models it is for/ }).fill('my-model-.*');
    await page.getByText('1 run, 1 without a price').waitFor({ timeout: 15_000 });
    await page.getByRole('textbox', { name: 'input', exact: true }).fill('1.25');
    await page.getByRole('textbox', { name: 'output', exact: true }).fill('10');
    await page.getByRole('button', { name: 'Save price' }).click();
    await page.getByRole('cell', { name: 'my-model-.*' }).waitFor({ timeout: 15_000 });
    assert.equal((await costOf(id))!['totalUsd'], null, 'a new price changes no old run');

    await page.getByRole('button', { name: 'Price again' }).click();
    await page.getByRole('button', { name: 'Count what would change' }).click();
    await page.getByText('Nothing is changed yet').waitFor({ timeout: 30_000 });
    assert.equal((await costOf(id))!['totalUsd'], null, 'a dry run changes nothing');
    await page.getByRole('button', { name: 'Change 1 run', exact: true }).click();
    await page.getByText('Done.').waitFor({ timeout: 60_000 });
    assert.deepEqual(await costOf(id), {
      totalUsd: '2.25',
      source: 'WORKSPACE_PRICE',
      priceEntry: 'Our model',
      unpricedReason: null,
    });
    assert.deepEqual(problems, [], 'no script error on the page');
  },
);
