import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { waitFor } from '@runlight/testkit';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';
import { graph } from '@runlight/testkit/graph-request';
import { Client } from 'langsmith';
import type { Browser, Page } from 'playwright-core';
import { browserMissing, openBrowser } from './support/browser.ts';

// Attachments, a picture inside a message, a payload of megabytes and feedback: sent by the unchanged SDK, read
// through the graph, seen on the trace page.

let stack: Stack;
let browser: Browser;
const runId = randomUUID();
const picture = png(320, 200);
const report = randomBytes(1_500_000).toString('hex');
const inputs = {
  messages: [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'What is on the picture?' },
        {
          type: 'image_url',
          image_url: { url: `data:image/png;base64,${picture.toString('base64')}` },
        },
      ],
    },
  ],
};

interface FilesAnswer {
  run: {
    inputs: { messages: { content: { image_url?: { url: string } }[] }[] };
    outputs: { report: string };
    attachments: { name: string; mimeType: string; sizeBytes: number; url: string }[];
    media: { sha256: string; url: string }[];
    payload: { isTruncated: boolean; head: string; url: string };
    feedback: { key: string; score: number; comment: string }[];
  } | null;
}

before(async () => {
  stack = await startStack();
  await send();
});
after(async () => {
  await browser?.close();
  await stack?.stop();
});

async function send(): Promise<void> {
  const client = new Client({ apiUrl: stack.url, apiKey: stack.apiKey });
  const startMs = Date.now() - 2000;
  const stamp = new Date(startMs).toISOString().replaceAll(/[-:.]/g, '').replace('Z', '000Z');
  await client.createRun({
    id: runId,
    trace_id: runId,
    dotted_order: `${stamp}${runId}`,
    name: 'describe a picture',
    run_type: 'llm',
    start_time: startMs,
    end_time: startMs + 1500,
    inputs,
    outputs: { report },
    attachments: {
      chart: ['image/png', picture],
      page: ['text/html', Buffer.from('<script>alert(1)</script>')],
    },
  });
  await client.awaitPendingTraceBatches();
  await client.createFeedback(runId, 'correctness', { score: 0.5, comment: 'the axis is missing' });
}

async function readRun(): Promise<FilesAnswer['run']> {
  const { data } = await graph<FilesAnswer | null>(
    stack,
    `query ($id: ID!) { run(id: $id) { inputs outputs attachments { name mimeType sizeBytes url }
       media { sha256 url } payload(field: OUTPUTS) { isTruncated head url } feedback { key score comment } } }`,
    { id: runId },
  );
  return data?.run ?? null;
}

async function wholeRun(): Promise<NonNullable<FilesAnswer['run']>> {
  let run: FilesAnswer['run'] = null;
  const isThere = async () => {
    run = await readRun();
    return run !== null && run.attachments.length === 2 && run.feedback.length === 1;
  };
  await waitFor(isThere, { timeoutMs: 30_000, what: 'the run with its files and feedback' });
  return run!;
}

test('the graph has links to everything, which need no key', async () => {
  const run = await wholeRun();
  const [chart, page] = run.attachments;
  assert.deepEqual([chart!.name, chart!.mimeType], ['chart', 'image/png']);
  const shown = await fetch(stack.url + chart!.url);
  assert.equal(shown.headers.get('content-disposition'), 'inline; filename=chart.png');
  assert.deepEqual(Buffer.from(await shown.arrayBuffer()), picture);
  const kept = await fetch(stack.url + page!.url);
  assert.equal(kept.headers.get('content-type'), 'application/octet-stream');
  assert.match(kept.headers.get('content-disposition') ?? '', /^attachment/);
  await kept.arrayBuffer();

  // The picture in the message and the attachment are the same bytes, and one object.
  assert.equal(run.media[0]!.sha256, createHash('sha256').update(picture).digest('hex'));
  assert.match(run.inputs.messages[0]!.content[1]!.image_url!.url, /^runlight-blob:/);
  assert.equal(run.payload.isTruncated, true);
  assert.equal(run.payload.head.length, 65_536);
  assert.equal(run.outputs.report, report);
  const whole = (await (await fetch(stack.url + run.payload.url)).json()) as { report: string };
  assert.equal(whole.report, report);
});

test('the trace page shows them', { skip: browserMissing() }, async () => {
  await wholeRun();
  browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(stack.signInLink);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'), { timeout: 20_000 });
  await page.goto(`${stack.url}/w/default/t/${runId}`);

  await isDrawn(page, 'image/png');
  await isDrawn(page, 'chart');
  await page.getByRole('button', { name: /correctness/ }).click();
  await page.getByText('the axis is missing').waitFor({ timeout: 5000 });
  await page.getByText('Shown 65.5 KB of 3 MB').waitFor({ timeout: 5000 });
  await page.getByRole('button', { name: 'Open whole' }).click();
  await page.getByText('All 3 MB').waitFor({ timeout: 15_000 });

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^page 25 B/ }).click();
  const file = await download;
  assert.equal(await readFile(await file.path(), 'utf8'), '<script>alert(1)</script>');
  assert.deepEqual(problems, [], 'no script error, and nothing the security policy had to stop');
});

/** An element of the page's world. */
interface Drawn {
  naturalWidth: number;
}

async function isDrawn(page: Page, name: string): Promise<void> {
  const image = page.getByRole('img', { name, exact: true }).first();
  await image.scrollIntoViewIfNeeded({ timeout: 15_000 });
  const width = () => image.evaluate((element) => (element as unknown as Drawn).naturalWidth);
  await waitFor(async () => (await width()) === 320, { timeoutMs: 10_000, what: 'the picture' });
}

test('nothing in the logs looks like an error', async () => {
  assert.deepEqual(await stack.errorLines(), []);
});

/** A picture of noise, so that it is larger than what stays in a payload. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const content = Buffer.concat([Buffer.from(type), body]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    check.writeUInt32BE(crc32(content));
    return Buffer.concat([length, content, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, grey.
  header[8] = 8;
  const rows = Array.from({ length: height }, () =>
    Buffer.concat([Buffer.alloc(1), randomBytes(width)]),
  );
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
