import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import { graph } from '@runlight/testkit/graph-request';
import { waitFor } from '@runlight/testkit';
import type { Browser, Page } from 'playwright-core';
import { browserMissing, openBrowser } from './support/browser.ts';
import { sendRuns } from './support/send-runs.ts';

// A person judges a run and shares its trace; somebody without an account sees it, and nothing else.

let stack: Stack;
let browser: Browser;
let root: string;

before(async () => {
  stack = await startStack();
  const ids = await sendRuns(stack, 'shared-bot', [
    {
      name: 'answer',
      fromMs: 0,
      toMs: 900,
      inputs: { question: 'Where is it?' },
      outputs: { answer: 'On its way.' },
      metadata: { user_id: 'somebody-secret' },
    },
    { name: 'look up', parent: 'answer', type: 'tool', fromMs: 100, toMs: 300, inputs: { id: 7 } },
  ]);
  root = ids.get('answer')!;
  await waitFor(async () => (await feedbackKeys()) !== undefined, {
    timeoutMs: 20_000,
    what: 'the trace to be stored',
  });
});
after(async () => {
  await browser?.close();
  await stack?.stop();
});

interface Given {
  key: string;
  score: number | null;
  comment: string | null;
}

async function feedbackKeys(): Promise<Given[] | undefined> {
  const { data } = await graph<{ run: { feedback: Given[] } | null }>(
    stack,
    `{ run(id: "${root}") { feedback { key score comment } } }`,
  );
  return data.run?.feedback;
}

async function signedIn(): Promise<{ page: Page; workspace: string }> {
  browser ??= await openBrowser();
  const page = await browser.newPage();
  await page.goto(stack.signInLink);
  await page.waitForURL(/\/w\//);
  return { page, workspace: /\/w\/([^/]+)/.exec(page.url())![1]! };
}

test('feedback with a token from anywhere is stored, once', async () => {
  const { data } = await graph<{ createFeedbackTokens: { tokens: { url: string }[] } }>(
    stack,
    `mutation { createFeedbackTokens(input: { tokens: [{ runUuid: "${root}", feedbackKey: "clicked" }] }) {
      tokens { url } } }`,
  );
  const { pathname } = new URL(data.createFeedbackTokens.tokens[0]!.url);
  const give = () =>
    fetch(`${stack.url}${pathname}`, { method: 'POST', body: JSON.stringify({ score: 1 }) });
  assert.equal((await give()).status, 200);
  assert.equal((await give()).status, 404);
  await waitFor(async () => (await feedbackKeys())?.some(({ key }) => key === 'clicked') ?? false, {
    timeoutMs: 10_000,
    what: 'the feedback to be stored',
  });
});

test(
  'a person judges, corrects and takes back; a link shows the trace until it is revoked',
  { skip: browserMissing() },
  async () => {
    const { page, workspace } = await signedIn();
    await page.goto(`${stack.url}/w/${workspace}/t/${root}`);
    await page.getByRole('button', { name: 'Add feedback' }).click();
    await page.getByLabel('Key').fill('helpful');
    await page.getByRole('radio', { name: 'Good' }).click();
    await page.getByLabel('Comment', { exact: true }).fill('Right.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: /^helpful/ }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('radio', { name: 'Bad' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
    const own = (await feedbackKeys())!.filter(({ key }) => key === 'helpful');
    assert.deepEqual(own, [{ key: 'helpful', score: 0, comment: 'Right.' }]);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Delete for good?' }).click();
    await page.getByRole('button', { name: /^helpful/ }).waitFor({ state: 'detached' });
    assert.ok(!(await feedbackKeys())!.some(({ key }) => key === 'helpful'));

    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'Create link' }).click();
    const address = await page.getByLabel('Copy link').first().inputValue();

    const stranger = await (await browser.newContext()).newPage();
    const asked: string[] = [];
    stranger.on('response', (response) => {
      if (response.url().endsWith('/graphql'))
        void response.text().then((text) => asked.push(text));
    });
    await stranger.goto(address);
    await stranger.getByText('On its way.').waitFor();
    await stranger.getByText('look up').first().waitFor();
    assert.ok(asked.length > 0 && !asked.join('').includes('somebody-secret'));

    await page.getByRole('button', { name: /^Revoke the link/ }).click();
    await page.getByRole('button', { name: 'Revoke link' }).click();
    await page.getByRole('button', { name: /^Revoke the link/ }).waitFor({ state: 'detached' });
    await stranger.reload();
    await stranger.getByText('This link does not work').waitFor();
    assert.deepEqual(await stack.errorLines(), []);
  },
);
