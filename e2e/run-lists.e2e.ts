import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { waitFor } from '@runlight/testkit';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import { graph } from '@runlight/testkit/graph-request';
import type { Browser, Page } from 'playwright-core';
import { browserMissing, openBrowser } from './support/browser.ts';
import { seedTraces } from './support/seed-runs.ts';
import type { SeededTrace } from './support/seed-runs.ts';

// The lists of a project in a real browser: narrowing down by text and by clicks, views, columns, time,
// stepping through traces, threads, users and dashboards.

const project = 'lists';
const skip = browserMissing();
const timeout = 15_000;

let stack: Stack;
let browser: Browser;
let page: Page;
const problems: string[] = [];

const traces: SeededTrace[] = Array.from({ length: 60 }, (_, index) => ({
  name: index % 3 === 0 ? 'checkout' : 'support',
  secondsAgo: 60 + index * 60,
  ...(index % 10 === 0 ? { error: 'RateLimitError: too many requests' } : {}),
  tags: [index % 2 === 0 ? 'web' : 'mobile'],
  userId: `user-${index % 4}`,
  ...(index < 12 ? { threadId: 'chat-1' } : { threadId: `chat-${index % 5}x` }),
  metadata: { customer: { plan: index % 6 === 0 ? 'pro' : 'free' } },
  question: `Question ${index}?`,
  answer: `Answer ${index}.`,
}));

before(async () => {
  stack = await startStack();
  await seedTraces(stack, project, traces);
  await waitFor(async () => (await rootCount()) === traces.length, {
    timeoutMs: 30_000,
    what: 'all traces to be stored',
  });
  if (skip) return;
  browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(timeout);
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(stack.signInLink);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'), { timeout: 20_000 });
});
after(async () => {
  await browser?.close();
  await stack?.stop();
});

async function rootCount(): Promise<number> {
  const { data } = await graph<{
    project: { runs: { count: { value: number } } } | null;
  }>(
    stack,
    `query { project(name: "${project}") {
       runs(first: 1, filter: { isRoot: true }, timeRange: {}) { count { value } } } }`,
  );
  return data?.project?.runs.count.value ?? 0;
}

/** With a time of its own an address wins over what the tab showed before. */
const open = (search = '?range=24h') =>
  page.goto(`${stack.url}/w/default/p/${project}/runs${search}`);
const filterBar = () => page.getByRole('textbox', { name: 'Filter' });
const grid = (name: string) => page.getByRole('grid', { name });
const rows = (name = 'Traces') =>
  grid(name)
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });
const param = (name: string) => new URL(page.url()).searchParams.get(name);

/** Waits until what the strip above the list counts is this. */
async function counted(text: string): Promise<void> {
  await page
    .getByRole('region', { name: 'Figures of what is listed' })
    .getByText(text, { exact: true })
    .first()
    .waitFor();
}

async function typeFilter(text: string): Promise<void> {
  await filterBar().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test(
  'the filter bar narrows the list, says what is wrong where it is wrong, and lives in the address',
  { skip },
  async () => {
    await open();
    await counted('60');
    await typeFilter('status:error name:checkout');
    await counted('2');
    assert.equal(param('filter'), 'status:error name:checkout');
    await rows().first().getByText('RateLimitError').waitFor();
    await page.reload();
    await counted('2');

    await typeFilter('latency>soon');
    await page.getByRole('alert').first().waitFor();
    assert.equal(
      param('filter'),
      'status:error name:checkout',
      'what means nothing does not count',
    );
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await counted('60');
  },
);

test('completion offers names and the values that runs have', { skip }, async () => {
  await open('?range=24h');
  await filterBar().click();
  await page.keyboard.type('stat');
  await page.getByRole('option', { name: /^status/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('option', { name: /^error/ }).click();
  await page.keyboard.press('Escape');
  await counted('6');
});

test('facets count, include, exclude and are taken back', { skip }, async () => {
  await open();
  await counted('60');
  const names = page.getByRole('list', { name: 'Name' });
  await names.getByRole('button', { name: /^checkout\s*20$/ }).click();
  await counted('20');
  await page
    .getByRole('list', { name: 'Tag' })
    .getByRole('button', { name: /^Leave out mobile/ })
    .click();
  await counted('10');
  assert.match(param('filter') ?? '', /checkout.*-.*mobile|checkout.*NOT.*mobile/i);
  await names.getByRole('button', { name: /^checkout/, pressed: true }).click();
  await counted('30');
});

test('an empty list says what hides the rows', { skip }, async () => {
  await open('?filter=name:nobody');
  await page.getByText('The filter hides 60 traces').waitFor();
  await open('?filter=type:llm');
  await page.getByRole('button', { name: 'Show these runs' }).click();
  await counted('60');
  assert.equal(param('scope'), 'runs');
});

test(
  'a metadata path is a column; its width, place and order survive in the address',
  { skip },
  async () => {
    await open();
    await page.getByRole('button', { name: 'Columns and rows' }).click();
    await page.getByRole('textbox', { name: /Find a column/ }).fill('customer.plan');
    await page.getByRole('list', { name: 'Metadata' }).getByText('customer.plan').first().click();
    await page.keyboard.press('Escape');
    await rows().first().getByRole('gridcell', { name: 'pro' }).waitFor();
    await page.getByRole('separator', { name: /Width of Name/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/columns=.*name%3A/);
    assert.match(param('columns') ?? '', /name:\d+.*metadata\.customer\.plan/);
    await page.reload();
    await rows().first().getByRole('gridcell', { name: 'pro' }).waitFor();
  },
);

test(
  'a view is saved, is marked when changed, and opens the list by default',
  { skip },
  async () => {
    await open('?filter=status:error');
    await page.getByRole('button', { name: /^View:/ }).click();
    await page.getByRole('menuitem', { name: 'Save as a new view…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Failures');
    await page.getByRole('radio', { name: /The team/ }).check();
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('button', { name: 'View: Failures', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Open the list with this view' }).click();

    await typeFilter('status:error tag:web');
    await page.getByRole('button', { name: 'View: Failures, changed' }).click();
    await page.getByRole('menuitem', { name: 'Take the changes back' }).click();
    await page.waitForURL((url) => url.searchParams.get('filter') === 'status:error');

    // Another tab has no session of its own: the default view counts.
    const other = await page.context().newPage();
    await other.goto(`${stack.url}/w/default/p/${project}/runs`);
    await other.waitForURL((url) => url.searchParams.get('filter') === 'status:error', { timeout });
    await other.close();

    await page.getByRole('button', { name: 'View: Failures', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Delete the view…' }).click();
    await page.getByRole('button', { name: 'Delete view' }).click();
    await page.getByRole('button', { name: /^View: All, as they come/ }).waitFor();
  },
);

test('a stretch of the strip becomes the time range', { skip }, async () => {
  await open('?range=24h');
  await counted('60');
  const chart = page.getByRole('img', { name: /^Traces: 60/ });
  const box = (await chart.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL((url) => url.searchParams.has('from') && url.searchParams.has('to'));
  assert.ok(Date.parse(param('from')!) > Date.now() - 14 * 3_600_000);
  await page.goBack();
  assert.equal(param('range'), '24h');
});

test('next and previous follow the filter of the list', { skip }, async () => {
  await open('?filter=name:checkout');
  await counted('20');
  await grid('Traces').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByText('1 of 20').waitFor();
  const first = param('peek');
  await page.keyboard.press('J');
  await page.getByText('2 of 20').waitFor();
  assert.notEqual(param('peek'), first);
  await page.keyboard.press('K');
  await page.waitForURL((url) => url.searchParams.get('peek') === first);
  await page.getByRole('link', { name: 'Full page' }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.searchParams.has('peek'));
});

test(
  'rows are ticked by key and in ranges, and all that match can be taken',
  { skip },
  async () => {
    await open('?scope=runs&range=24h');
    await counted('120');
    await grid('Runs').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await rows('Runs')
      .nth(4)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    await page.getByText('5 ticked').waitFor();
    await page.getByRole('checkbox', { name: 'Tick all that are loaded' }).click();
    await page.getByRole('button', { name: 'Take all 120 that match' }).click();
    await page.getByText('120 ticked').waitFor();
  },
);

test(
  'threads are listed and read as conversations, down to the first error',
  { skip },
  async () => {
    await open('?scope=threads');
    await grid('Threads').getByText('chat-1', { exact: true }).click();
    await page.waitForURL(/\/threads\/chat-1$/);
    await page.getByText('Question 0?').waitFor();
    await page.getByText('Answer 3.').first().waitFor();
    await page.getByRole('button', { name: 'First error' }).click();
    const failed = page.getByRole('listitem').filter({ hasText: 'Question 10?' });
    await failed.getByText('RateLimitError').waitFor();
    await failed.getByRole('link').first().click();
    await page.waitForURL(/\/t\//);
  },
);

test(
  'users are listed with what they did; one opens the traces of the user',
  { skip },
  async () => {
    await open('?scope=users');
    const user = rows('Users').filter({ hasText: 'user-2' });
    await user.getByText('15', { exact: true }).first().waitFor();
    await user.click();
    await counted('15');
    assert.match(param('filter') ?? '', /user.*user-2/);
  },
);

test('a dashboard is copied, changed, and leads to the runs behind a chart', { skip }, async () => {
  await page.goto(`${stack.url}/w/default/p/${project}/metrics`);
  await page.getByRole('img', { name: /^Traces by status/ }).waitFor();
  await page.getByRole('button', { name: /^Dashboard:/ }).click();
  await page.getByRole('menuitem', { name: 'Copy, to change it' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ours');
  await page.getByRole('dialog').getByRole('button', { name: 'Copy, to change it' }).click();
  await page.getByRole('button', { name: 'Dashboard: Ours' }).waitFor();
  await page.getByRole('button', { name: 'Add chart' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('By name');
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByRole('combobox', { name: 'Split by' }).first().selectOption('NAME');
  await page.getByRole('button', { name: 'Keep chart' }).click();
  await page.getByRole('heading', { name: 'By name' }).waitFor();
  const chart = page.getByRole('region', { name: 'By name' });
  await chart.getByRole('button', { name: 'checkout', exact: true }).click();
  await page.waitForURL(/\/runs\?/);
  await counted('20');
});

test('no script failed on any page, and no log holds an error', { skip }, async () => {
  assert.deepEqual(problems, []);
  assert.deepEqual(await stack.errorLines(), []);
});
