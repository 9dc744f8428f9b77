import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { waitFor } from '@runlight/testkit';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import { graph } from '@runlight/testkit/graph-request';
import type { Browser, Page } from 'playwright-core';
import { browserMissing, openBrowser } from './support/browser.ts';
import { sendRuns } from './support/send-runs.ts';
import type { SentRun } from './support/send-runs.ts';

// The trace page, as somebody lives on it: a trace of thousands of runs, finding, what took so long, another
// trace beside it, megabytes of JSON; and what strangers write, which is text and nothing else.

let stack: Stack;
let browser: Browser;
let page: Page;
const troubles: string[] = [];
const skip = browserMissing();

before(async () => {
  if (skip) return;
  stack = await startStack({ INGEST_RUNS_PER_SECOND: '0', INGEST_BYTES_PER_SECOND: '0' });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  watch(page);
  await page.goto(stack.signInLink);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
});
after(async () => {
  await browser?.close();
  await stack?.stop();
});

/** Notes dialogs, script errors and requests that leave the origin. */
function watch(watched: Page): void {
  watched.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  watched.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  watched.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  watched.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const isOurs = origin === stack.url || protocol === 'data:' || protocol === 'blob:';
    if (!isOurs) troubles.push(`request: ${request.url()}`);
  });
}

/** Opens a trace once all of it is stored. */
async function open(traceId: string, count: number): Promise<void> {
  await waitFor(
    async () => {
      const { data } = await graph<{ trace: { runCount: number } | null } | null>(
        stack,
        'query ($id: ID!) { trace(id: $id) { runCount } }',
        { id: traceId },
      );
      return data?.trace?.runCount === count;
    },
    { timeoutMs: 60_000, what: `the ${count} runs of the trace` },
  );
  await page.goto(`${stack.url}/w/default/t/${traceId}`);
  await row('').first().waitFor();
}

const row = (name: string) => page.getByRole('treeitem').filter({ hasText: name });

const agent = (answer: string, extra: SentRun[] = []): SentRun[] => [
  { name: 'agent', fromMs: 0, toMs: 9000, inputs: { question: 'where is it?' } },
  { name: 'plan', parent: 'agent', type: 'llm', fromMs: 10, toMs: 2000 },
  { name: 'look up', parent: 'agent', type: 'tool', fromMs: 2010, toMs: 8000, outputs: { eta: 1 } },
  { name: 'beside', parent: 'agent', type: 'tool', fromMs: 2010, toMs: 3000 },
  {
    name: 'answer',
    parent: 'agent',
    type: 'llm',
    fromMs: 8010,
    toMs: 8990,
    outputs: { role: 'assistant', content: answer },
  },
  ...extra,
];

test('a trace of 5,000 runs opens at its top and is walked to its end', { skip }, async () => {
  const steps = Array.from({ length: 4999 }, (_, index): SentRun => {
    const name = `step ${index}`;
    const parent = index % 10 === 0 ? 'root' : `step ${index - (index % 10)}`;
    return { name, parent, fromMs: index + 1, toMs: index + 5 };
  });
  const ids = await sendRuns(stack, 'big', [{ name: 'root', fromMs: 0, toMs: 6000 }, ...steps]);
  await open(ids.get('root')!, 5000);
  await page.getByText('5,000', { exact: true }).first().waitFor();
  await page.getByLabel('Runs loaded').waitFor({ state: 'detached', timeout: 60_000 });
  assert.ok((await page.getByRole('treeitem').count()) < 100, 'only rows in sight exist');
  await page.keyboard.press('End');
  await row('step 4998').waitFor();
  await page.getByRole('heading', { name: 'step 4998' }).waitFor();
  assert.match(page.url(), new RegExp(`run=${ids.get('step 4998')}`));
});

test('runs are found by name, and those between hits stay where they are', { skip }, async () => {
  await page.keyboard.press('/');
  await page.getByLabel(/^Find by name/).fill('step 123');
  await page.getByText('11', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'step 123', exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'step 1230', exact: true }).waitFor();
  await page.keyboard.press('Escape');
});

test('the critical path leaves out what nobody waited for', { skip }, async () => {
  const ids = await sendRuns(stack, 'paths', agent('soon'));
  await open(ids.get('agent')!, 5);
  await page.keyboard.press('c');
  await page.getByText('Critical path: 4 runs').waitFor();
  assert.equal(await row('look up').getByLabel('On the critical path').count(), 1);
  assert.equal(await row('beside').getByLabel('On the critical path').count(), 0);
});

test('hidden runs are counted, and remembered for the project', { skip }, async () => {
  await page.getByRole('button', { name: 'View' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Tool runs' }).click();
  await page.keyboard.press('Escape');
  await page.getByText('2 hidden').waitFor();
  assert.equal(await row('look up').count(), 0);
  await page.reload();
  await page.getByText('2 hidden').click();
  await row('look up').waitFor();
});

test('a run whose end never came is said to be lost, and so is a parent', { skip }, async () => {
  const lost: SentRun = {
    name: 'lost call',
    parent: 'agent',
    type: 'tool',
    fromMs: 30,
    inputs: {},
  };
  const ids = await sendRuns(stack, 'paths', agent('soon', [lost]), 600_000);
  await open(ids.get('agent')!, 6);
  await row('lost call').getByText('no end received').waitFor();
  await page.getByRole('button', { name: '1', exact: true }).click();
  await page.getByRole('heading', { name: 'lost call' }).waitFor();
});

test('another trace beside it: what was added, and what changed inside', { skip }, async () => {
  const check: SentRun = { name: 'check', parent: 'agent', type: 'tool', fromMs: 8005, toMs: 8009 };
  const first = await sendRuns(stack, 'compared', agent('It comes on Monday.'), 90_000);
  const second = await sendRuns(stack, 'compared', agent('It comes on Tuesday.', [check]));
  await open(second.get('agent')!, 6);
  await open(first.get('agent')!, 5);
  await page.getByRole('button', { name: /Compare with/ }).click();
  await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click();
  await page.waitForURL(/compare-traces\?a=.*&b=/);
  await page.getByText('1 added').waitFor();
  await page.getByRole('option').filter({ hasText: 'check' }).waitFor();
  await page.getByRole('option').filter({ hasText: 'answer' }).click();
  await page.locator('del', { hasText: 'Monday' }).waitFor();
  await page.locator('ins', { hasText: 'Tuesday' }).waitFor();
});

test('contents are searched, and values lead to the runs that have them', { skip }, async () => {
  const ids = await sendRuns(stack, 'contents', agent('Bring an umbrella.'));
  await open(ids.get('agent')!, 5);
  await page.keyboard.press('/');
  await page.getByLabel(/^Find by name/).fill('umbrella');
  await page.getByText('1', { exact: true }).and(page.locator('[aria-live]')).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'answer', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'JSON', exact: true }).click();
  const outputs = page.getByRole('region', { name: 'Outputs' }).last();
  await outputs.getByRole('treeitem').filter({ hasText: 'role' }).hover();
  const link = outputs.getByRole('link', { name: 'Filter by this value' }).first();
  const address = new URL((await link.getAttribute('href'))!, stack.url);
  assert.equal(address.searchParams.get('filter'), 'outputs.role:assistant');
  await page.getByRole('button', { name: 'Pretty', exact: true }).click();
});

test('next and previous follow the list that the trace was opened from', { skip }, async () => {
  const older = await sendRuns(stack, 'stepped', agent('one'), 90_000);
  await sendRuns(stack, 'stepped', [{ name: 'other', fromMs: 0, toMs: 5 }], 75_000);
  const newer = await sendRuns(stack, 'stepped', agent('two'), 60_000);
  await open(older.get('agent')!, 5);
  await open(newer.get('agent')!, 5);
  const list = encodeURIComponent('filter=name:agent');
  await page.goto(`${stack.url}/w/default/t/${newer.get('agent')}?list=${list}`);
  const next = page.getByRole('button', { name: 'Next in the list (J)' });
  await next.and(page.locator(':enabled')).waitFor();
  await page.keyboard.press('J');
  await page.waitForURL((url) => url.pathname.endsWith(older.get('agent')!));
  await page.getByRole('button', { name: 'Previous in the list (K)' }).click();
  await page.waitForURL((url) => url.pathname.endsWith(newer.get('agent')!));
});

test(
  'megabytes of JSON: the beginning at once, all on demand, found inside',
  { skip },
  async () => {
    const items = Array.from({ length: 40_000 }, (_, index) => ({
      id: index,
      text: `item ${index}`,
    }));
    const outputs = { items, last: { note: 'the needle' } };
    const [id] = (
      await sendRuns(stack, 'large', [{ name: 'large', fromMs: 0, toMs: 9, outputs }])
    ).values();
    await open(id!, 1);
    await page.getByText(/^Shown .* of 1\.\d MB/).waitFor();
    await page.getByRole('button', { name: 'JSON', exact: true }).click();
    await page.getByRole('button', { name: 'Open whole' }).click();
    const json = page.getByRole('region', { name: 'Outputs' }).last();
    await json.getByLabel('Find inside').fill('the needle');
    await json.getByText('1/1').waitFor({ timeout: 20_000 });
    await json.locator('mark', { hasText: 'the needle' }).waitFor();
    await page.getByRole('button', { name: 'Pretty', exact: true }).click();
  },
);

const hostile = [
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&#58;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '![](https://tracker.invalid/x.png)',
  '</script><script>alert(1)</script>',
  "{{constructor.constructor('alert(1)')()}}",
  '\u202eright to left',
  '\u001b[31mred\u001b[0m',
];

test(
  'what strangers write is text: no dialog, no script, no request elsewhere',
  { skip },
  async () => {
    const whole = hostile.join('\n\n');
    const messages = hostile.map((content) => ({ role: 'user', content }));
    const planted = hostile.map((text, index): SentRun => ({
      key: `planted ${index}`,
      name: text,
      parent: 'root',
      type: index % 2 === 0 ? 'llm' : 'tool',
      fromMs: 10 + index,
      toMs: 20 + index,
      inputs: { messages, [text]: text },
      outputs: {
        role: 'assistant',
        content: `${text}\n\n${whole}`,
        documents: [{ page_content: text, metadata: { source: text } }],
      },
      ...(index === 3 ? { error: whole } : {}),
      tags: [text.slice(0, 60)],
      metadata: { [text.slice(0, 60)]: text },
    }));
    const send = () =>
      sendRuns(stack, 'hostile', [
        { name: hostile[0]!, key: 'root', fromMs: 0, toMs: 99 },
        ...planted,
      ]);
    const other = await send();
    const ids = await send();
    await open(other.get('root')!, hostile.length + 1);
    await open(ids.get('root')!, hostile.length + 1);
    for (const index of hostile.keys()) {
      const run = ids.get(`planted ${index}`)!;
      await page.goto(`${stack.url}/w/default/t/${ids.get('root')}?run=${run}`);
      for (const tab of ['Overview', 'Raw', 'Metadata']) {
        await page.getByRole('tab', { name: tab }).click();
        const panel = page.getByRole('tabpanel');
        await panel
          .getByText(/alert|tracker|right to left|red|data:text/)
          .first()
          .waitFor();
      }
    }
    await page.goto(
      `${stack.url}/w/default/compare-traces?a=${ids.get('root')}&b=${other.get('root')}`,
    );
    await page.getByRole('option').nth(2).click();
    await page.getByRole('button', { name: 'Side by side' }).first().click();
    await page.getByText('alert(1)').first().waitFor();
    assert.deepEqual(troubles, []);
  },
);
