import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { blobKey, createFileLinks, createObjectStore } from '@runlight/objects';
import type { FileLinks, ObjectStore } from '@runlight/objects';
import { createLogger } from '@runlight/service';
import { startGateway } from './support/gateway.ts';
import type { TestGateway } from './support/gateway.ts';

// Signed links: who has one reads that file and nothing else, and nothing that was sent is run by a browser.

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(100_000)]);
const workspaceId = randomUUID();

let folder: string;
let objects: ObjectStore;
let links: FileLinks;
let gateway: TestGateway;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runlight-files-'));
  const log = createLogger({ service: 'test', level: 'silent' });
  objects = createObjectStore({ url: pathToFileURL(join(folder, 'objects')).href, log });
  links = createFileLinks({ secret: 'a secret of at least 32 characters' });
  gateway = await startGateway({ files: { objects, links } });
});
after(async () => {
  await gateway.close();
  await objects.close();
  await rm(folder, { recursive: true });
});

async function stored(content: Uint8Array): Promise<string> {
  const key = blobKey(workspaceId, createHash('sha256').update(content).digest('hex'));
  await objects.put(key, content);
  return key;
}

async function linkTo(content: Uint8Array, { name = 'file', mimeType = 'image/png' } = {}) {
  return links.sign({ key: await stored(content), name, mimeType });
}

const open = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(gateway.url + path, { method, headers });

test('a picture is shown in place, without cookies or keys, cached by this browser only', async () => {
  const response = await open(await linkTo(png, { name: 'plot.png' }));
  assert.equal(response.status, 200);
  const { headers } = response;
  assert.equal(headers.get('content-type'), 'image/png');
  assert.equal(headers.get('content-disposition'), 'inline; filename=plot.png');
  assert.equal(headers.get('content-security-policy'), "sandbox; default-src 'none'");
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.match(headers.get('cache-control') ?? '', /^private, max-age=\d{3},/);
  assert.equal(headers.get('content-length'), String(png.length));
  assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
  assert.equal(headers.get('set-cookie'), null);
  assert.deepEqual(Buffer.from(await response.arrayBuffer()), png);
});

test('I28: SVG, HTML and scripts are downloads whatever they are called, and never of their own type', async () => {
  const dangerous = [
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    '<!doctype html><script>alert(1)</script>',
    'alert(1)',
    '{"inputs":"<script>"}',
    '',
  ];
  for (const content of dangerous) {
    for (const mimeType of ['image/svg+xml', 'text/html', 'image/png', 'text/javascript']) {
      const link = await linkTo(Buffer.from(content), { name: 'x.html', mimeType });
      const { status, headers } = await open(link, { accept: 'text/html' });
      assert.equal(status, 200);
      assert.equal(headers.get('content-type'), 'application/octet-stream');
      assert.match(headers.get('content-disposition') ?? '', /^attachment;/);
      assert.equal(headers.get('content-security-policy'), "sandbox; default-src 'none'");
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
    }
  }
});

test('I28: no name breaks out of its header or names a path', async () => {
  const names = {
    '../../etc/passwd': 'attachment; filename=_.._etc_passwd',
    'a\\b': 'attachment; filename=a_b',
    'x"; filename="evil.exe': 'attachment; filename="x_; filename=_evil.exe"',
    'a\r\nset-cookie: session=1\r\n\r\n<script>': null,
    '': 'attachment; filename=file',
    '\u202Egnp.exe': 'attachment; filename=gnp.exe',
    '...': 'attachment; filename=file',
    'Überblick 🎉.csv': null,
    [`${'x'.repeat(199)}😀`]: null,
  };
  for (const [name, expected] of Object.entries(names)) {
    const response = await open(await linkTo(Buffer.from('text'), { name }));
    assert.equal(response.status, 200, JSON.stringify(name));
    const disposition = response.headers.get('content-disposition') ?? '';
    if (expected !== null) assert.equal(disposition, expected);
    assert.match(
      disposition,
      /^attachment; filename=("[^"\\\r\n]*"|[\w.!-]+)(; filename\*=UTF-8''[\w.%~-]+)?$/,
    );
    assert.equal(response.headers.get('set-cookie'), null);
  }
});

test('every link that is not ours, was changed, is over or leads nowhere gets the same 404', async () => {
  const link = await linkTo(png);
  const gone = links.sign({ key: blobKey(workspaceId, 'f'.repeat(64)), name: 'x', mimeType: '' });
  const over = links.sign({ key: await stored(png), name: 'x', mimeType: '', ttlMs: -1 });
  const foreign = createFileLinks({ secret: 'another secret of 32 characters or more' });
  const paths = [
    '/files/',
    '/files/x',
    '/files/..%2f..%2fetc%2fpasswd',
    `/files/${workspaceId}/aa/${'a'.repeat(64)}`,
    link.slice(0, -1),
    `${link}x`,
    `${link}/..`,
    link.replace('/files/', '/files/x/'),
    link.replace('.', '%00.'),
    gone,
    over,
    foreign.sign({ key: await stored(png), name: 'file', mimeType: 'image/png' }),
  ];
  const seen = new Set<string>();
  for (const path of paths) {
    const response = await rawGet(path, { accept: 'text/html' });
    assert.equal(response.status, 404, path);
    const { error } = JSON.parse(response.body) as { error: string };
    seen.add(`${response.headers['content-type']} ${response.headers['cache-control']} ${error}`);
  }
  assert.equal(seen.size, 1);
});

test('serves ranges, so that players can seek', async () => {
  const link = await linkTo(png);
  const part = await open(link, { range: 'bytes=1000-1999' });
  assert.equal(part.status, 206);
  assert.equal(part.headers.get('content-range'), `bytes 1000-1999/${png.length}`);
  assert.equal(part.headers.get('content-length'), '1000');
  assert.deepEqual(Buffer.from(await part.arrayBuffer()), png.subarray(1000, 2000));
  const last = await open(link, { range: 'bytes=-8' });
  assert.deepEqual(Buffer.from(await last.arrayBuffer()), png.subarray(-8));
  const beyond = await open(link, { range: `bytes=${png.length}-` });
  assert.equal(beyond.status, 416);
  assert.equal(beyond.headers.get('content-range'), `bytes */${png.length}`);
  const several = await open(link, { range: 'bytes=0-1,5-6' });
  assert.equal(several.status, 200);
  await several.arrayBuffer();
  const another = await open(link, { range: 'bytes=0-1', 'if-range': '"another"' });
  assert.equal(another.status, 200);
  await another.arrayBuffer();
});

test('answers HEAD without a body and a known tag without sending again', async () => {
  const link = await linkTo(png);
  const head = await open(link, {}, 'HEAD');
  assert.equal(head.status, 200);
  assert.equal(head.headers.get('content-length'), String(png.length));
  assert.equal(head.headers.get('accept-ranges'), 'bytes');
  const again = await open(link, { 'if-none-match': head.headers.get('etag')! });
  assert.equal(again.status, 304);
  const { status } = await open(link, {}, 'POST');
  assert.equal(status, 404);
});

test('a store that does not work is a 503 to try again, and the log names no file', async () => {
  const broken = join(folder, 'broken');
  await writeFile(broken, 'a file where a folder should be');
  const log = createLogger({ service: 'test', level: 'silent' });
  const store = createObjectStore({ url: pathToFileURL(broken).href, log });
  const other = await startGateway({ files: { objects: store, links } });
  const response = await fetch(other.url + (await linkTo(png, { name: 'secret-name' })));
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '5');
  assert.equal(response.headers.get('content-disposition'), null);
  assert.match(other.logged(), /a file cannot be read/);
  assert.doesNotMatch(other.logged(), new RegExp(`secret-name|${workspaceId}`));
  await other.close();
});

/** As it is written: `fetch` would resolve the dots. */
async function rawGet(path: string, headers: Record<string, string>) {
  const { hostname, port } = new URL(gateway.url);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpRequest({ hostname, port, path, headers }, resolve).on('error', reject).end();
  });
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode, headers: response.headers, body };
}
