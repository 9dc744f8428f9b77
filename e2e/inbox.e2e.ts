import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { graph } from '@runlight/testkit/graph-request';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import type { Browser } from 'playwright-core';
import { browserMissing, openBrowser } from './support/browser.ts';

// What an admin sees of an operation that was refused: live, with its reason, sender and content.

let stack: Stack;
let browser: Browser | undefined;

before(async () => {
  stack = await startStack();
});
after(async () => {
  await browser?.close();
  await stack?.stop();
});

/** A run whose start is no time, as a sender with a defect repeats it. */
async function sendDefective(question: string): Promise<void> {
  const id = randomUUID();
  const run = { id, trace_id: id, name: 'agent', run_type: 'llm', start_time: 'soon' };
  const response = await fetch(`${stack.url}/runs/batch`, {
    method: 'POST',
    headers: {
      'x-api-key': stack.apiKey,
      'content-type': 'application/json',
      'user-agent': 'langsmith-py/0.4.1',
    },
    body: JSON.stringify({
      post: [{ ...run, dotted_order: `20261125T000000000000Z${id}`, inputs: { question } }],
    }),
  });
  assert.equal(response.status, 422);
}

test(
  'a refused run appears in the open inbox with reason, SDK and content, and can be purged (O2, D2)',
  { skip: browserMissing() },
  async () => {
    browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(stack.signInLink);
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'), { timeout: 20_000 });

    await page.getByRole('link', { name: 'Ingest inbox' }).click();
    await page.getByText('Nothing was refused in the last 30 days').waitFor({ timeout: 15_000 });
    await sendDefective('What is the weather?');
    const row = page.getByRole('button', { name: /start_time is not a time/ });
    await row.waitFor({ timeout: 15_000 });
    await sendDefective('And tomorrow?');
    await page.getByRole('cell', { name: '2', exact: true }).waitFor({ timeout: 15_000 });

    await row.focus();
    await page.keyboard.press('Enter');
    const details = page.getByRole('complementary', { name: 'Problem' });
    await details.getByText('langsmith-py 0.4.1').waitFor({ timeout: 10_000 });
    await details.getByText('And tomorrow?').waitFor({ timeout: 10_000 });
    await details.getByText('bootstrap').waitFor();
    assert.equal(await details.getByRole('button', { name: 'Replay' }).count(), 0);

    await details.getByRole('button', { name: 'Purge' }).click();
    await page.getByRole('button', { name: 'Purge 1' }).click();
    await page.getByText('Nothing was refused in the last 30 days').waitFor({ timeout: 10_000 });
    await page.getByText('This problem is gone').waitFor({ timeout: 10_000 });
    assert.deepEqual(problems, [], 'no script error on the page');
  },
);

test('a key that reads and writes may not see what others were refused (O2)', async () => {
  const { errors } = await graph(
    stack,
    '{ viewer { workspace { ingestProblems { nodes { id } } } } }',
  );
  assert.deepEqual(
    errors?.map(({ extensions }) => extensions?.code),
    ['FORBIDDEN'],
  );
  const status = await graph<{
    viewer: { workspace: { ingestStatus: { isDelayed: boolean; lagSeconds: number } } };
  }>(stack, '{ viewer { workspace { ingestStatus { isDelayed lagSeconds } } } }');
  assert.deepEqual(status.data.viewer.workspace.ingestStatus, { isDelayed: false, lagSeconds: 0 });
});
