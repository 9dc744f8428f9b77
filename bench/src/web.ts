import { createRandom } from './random.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { graph } from '@runlight/testkit/graph-request';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../../e2e/support/browser.ts';
import { bigTrace } from './load/big-trace.ts';
import { boundary, encodeRequest } from './load/multipart.ts';
import { percentile } from './results.ts';
import type { Figure } from './results.ts';
import { startBenchStack } from './stack.ts';
import type { BenchStack } from './stack.ts';

// R23: a trace of 30,000 runs in a real browser: from the address to the first rows, scrolling through it,
// and what the page holds in memory with every row loaded. Nothing is painted by a GPU here.

export interface WebSizes {
  runs?: number;
  /** How often the page is opened. */
  probes?: number;
}

const scrollMs = 5000;
/** Five rows a frame: some 8,000 pixels a second, as a fast wheel goes. */
const scrollStepPx = 140;

export async function measureWeb({ runs = 30_000, probes = 5 }: WebSizes = {}): Promise<Figure[]> {
  const stack = await startBenchStack();
  let browser: Browser | undefined;
  try {
    const traceId = await sendBigTrace(stack, runs);
    browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(stack.signInLink);
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    const devTools = await context.newCDPSession(page);
    await devTools.send('Performance.enable');

    const firstRowsMs: number[] = [];
    for (let probe = 0; probe < probes; probe += 1) {
      // The program is in the browser's cache, as it is on any page but the first ever opened.
      await page.goto(`${stack.url}/w/default/projects`, { waitUntil: 'networkidle' });
      firstRowsMs.push(await openTrace(page, stack, traceId));
    }
    const allRowsMs = await untilComplete(page);
    const heapBytes = await heapOf(devTools);
    const cpuBefore = await metric(devTools, 'ProcessTime');
    const frames = await scroll(page);
    const cpuSeconds = (await metric(devTools, 'ProcessTime')) - cpuBefore;
    const frameMs = frames.reduce((sum, ms) => sum + ms, 0) / frames.length;
    return [
      {
        row: 'R23',
        what: `first rows of a ${runs}-run trace, p50 of ${probes}`,
        value: percentile(firstRowsMs, 0.5),
        unit: 'ms',
        must: '1000 ms',
      },
      { row: 'R23', what: 'slowest of them', value: Math.max(...firstRowsMs), unit: 'ms' },
      {
        row: 'R23',
        what: 'scrolling, all rows loaded',
        value: 1000 / frameMs,
        unit: 'fps',
        must: '55 fps',
      },
      { row: 'R23', what: 'frame, p95', value: percentile(frames, 0.95), unit: 'ms' },
      {
        row: 'R23',
        what: 'CPU of the tab per frame',
        value: (cpuSeconds * 1000) / frames.length,
        unit: 'ms',
        note: 'all its threads, painting in software included; survives a busy machine',
      },
      {
        row: 'R23',
        what: 'JS heap, all rows loaded',
        value: heapBytes / 1e6,
        unit: 'MB',
        must: '250 MB',
      },
      { row: 'R23', what: 'every row loaded, with figures', value: allRowsMs / 1000, unit: 's' },
    ];
  } finally {
    await browser?.close();
    await stack.stop();
  }
}

/** Sends the trace and waits until all of it can be read; returns its id. */
async function sendBigTrace(stack: BenchStack, count: number): Promise<string> {
  const startMs = Date.now() - count * 20 - 60_000;
  const runs = bigTrace(createRandom(23), 'default', count, startMs);
  for (let from = 0; from < runs.length; from += 500) {
    const block = runs.slice(from, from + 500);
    const { body } = await encodeRequest(block, block);
    const response = await fetch(`${stack.url}/runs/multipart`, {
      method: 'POST',
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-encoding': 'zstd',
        'x-api-key': stack.apiKey,
      },
      body,
    });
    if (response.status !== 202) throw new Error(`The trace was answered ${response.status}`);
  }
  const id = runs[0]!.id;
  for (;;) {
    const { data } = await graph<{ trace: { runCount: number; endedAt: string | null } | null }>(
      stack,
      'query ($id: ID!) { trace(id: $id) { runCount endedAt } }',
      { id },
    );
    if (data?.trace?.runCount === count && data.trace.endedAt !== null) return id;
    await pause(200);
  }
}

/** From the address to a row on screen, in ms. */
async function openTrace(page: Page, stack: BenchStack, traceId: string): Promise<number> {
  const startedAt = performance.now();
  await page.goto(`${stack.url}/w/default/t/${traceId}`, { waitUntil: 'commit' });
  await page.locator('[role="treeitem"]').first().waitFor();
  return performance.now() - startedAt;
}

/** Until the page no longer says that rows are on their way; in ms from here. */
async function untilComplete(page: Page): Promise<number> {
  const startedAt = performance.now();
  await page.getByLabel('Runs loaded').waitFor({ state: 'detached', timeout: 120_000 });
  return performance.now() - startedAt;
}

/** What is alive: without what the next collection would free. */
async function heapOf(devTools: CDPSession): Promise<number> {
  await devTools.send('HeapProfiler.collectGarbage');
  return metric(devTools, 'JSHeapUsedSize');
}

async function metric(devTools: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)!.value;
}

/** Milliseconds of each frame while the tree scrolls. */
function scroll(page: Page): Promise<number[]> {
  // A text, since it runs in the page, where there is a DOM.
  return page.evaluate(`new Promise((resolve) => {
    const element = document.querySelector('[role="tree"]');
    const frames = [];
    const startedAt = performance.now();
    let last;
    const step = (at) => {
      if (last !== undefined) frames.push(at - last);
      last = at;
      element.scrollTop += ${scrollStepPx};
      if (at - startedAt > ${scrollMs}) resolve(frames);
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  })`);
}
