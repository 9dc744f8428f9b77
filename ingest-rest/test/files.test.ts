import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { restoreMedia } from '@runlight/objects';
import type { QueuedOperation } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import { residentBytes } from '@runlight/testkit/faults';
import { multipart, multipartType, send } from './support/request.ts';
import type { Answer } from './support/request.ts';
import { rootRun } from './support/runs.ts';
import { startIngest } from './support/service.ts';
import type { IngestService, Tenant } from './support/service.ts';

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(9000)]);
const uri = `data:image/png;base64,${png.toString('base64')}`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type Parts = Parameters<typeof multipart>;

const sendParts = (
  service: Pick<IngestService, 'url'>,
  tenant: Tenant,
  ...parts: Parts
): Promise<Answer> =>
  send(service, tenant, '/runs/multipart', { headers: multipartType, body: multipart(...parts) });

const fileHeader = (type: string, bytes: Uint8Array) =>
  `Content-Type: ${type}; length=${bytes.length}`;

let service: IngestService;
before(async () => {
  service = await startIngest();
});
after(() => service?.close());

const operationsOf = async ({ workspaceId }: Tenant): Promise<QueuedOperation[]> =>
  (await service.batches(workspaceId)).flatMap(({ operations }) => operations);

const textOf = (operation: QueuedOperation | undefined, field: string): string => {
  const payload = operation?.payloads.find((found) => found.field === field);
  return Buffer.from(payload!.bytes).toString();
};

describe('attachments', () => {
  test('are stored by their content before, after and without their run (I27, I28)', async () => {
    const tenant = await service.tenant();
    const [run, elsewhere] = [rootRun(), uuidv7()];
    const answer = await sendParts(
      service,
      tenant,
      // As the Python SDK gives the length, as the JavaScript SDK does, and not at all.
      [
        `attachment.${run.id}.early`,
        png,
        `Content-Type: image/png\r\nContent-Length: ${png.length}`,
      ],
      [`post.${run.id}`, JSON.stringify(run)],
      [`attachment.${run.id}.late`, png, fileHeader('image/png', png)],
      [`attachment.${elsewhere}.../../etc/passwd`, '<script>', 'Content-Type: text/html'],
      [`attachment.${elsewhere}.empty`, '', fileHeader('image/svg+xml', Buffer.alloc(0))],
    );
    assert.equal(answer.status, 202, JSON.stringify(answer.body));
    assert.deepEqual(answer.body.rejected, []);
    assert.deepEqual(answer.body.accepted, [run.id, elsewhere]);
    const [create, update, ...others] = await operationsOf(tenant);
    assert.equal(others.length, 0);
    const key = (bytes: Uint8Array) =>
      `${tenant.workspaceId}/${sha256(bytes).slice(0, 2)}/${sha256(bytes)}`;
    const photo = { mimeType: 'image/png', sizeBytes: png.length, blobKey: key(png) };
    assert.deepEqual(create?.envelope.attachments, { early: photo, late: photo });
    assert.deepEqual([update?.kind, update?.runId], ['update', elsewhere]);
    const html = Buffer.from('<script>');
    assert.deepEqual(update?.envelope.attachments, {
      '../../etc/passwd': { mimeType: 'text/html', sizeBytes: 8, blobKey: key(html) },
      empty: { mimeType: 'image/svg+xml', sizeBytes: 0, blobKey: key(Buffer.alloc(0)) },
    });
    assert.deepEqual(await service.objects.get(key(png)), png);
    assert.deepEqual(await service.objects.get(key(html)), html);
    assert.deepEqual(await service.objects.get(key(Buffer.alloc(0))), Buffer.alloc(0));
  });

  for (const [name, headers] of [
    ['a length that is too short', 'Content-Type: image/png; length=5'],
    ['a length in the header that is too long', 'Content-Type: image/png\r\nContent-Length: 99'],
    ['a negative length', 'Content-Type: image/png\r\nContent-Length: -1'],
    ['a length in hex', 'Content-Type: image/png; length=0xa'],
    ['two lengths', 'Content-Type: image/png; length=10\r\nContent-Length: 11'],
  ] as const) {
    test(`I27: ${name} is an error`, async () => {
      const tenant = await service.tenant();
      const run = rootRun();
      const parts: Parts = [
        [`post.${run.id}`, JSON.stringify(run)],
        [`attachment.${run.id}.a`, '0123456789', headers],
      ];
      assert.equal((await sendParts(service, tenant, ...parts)).status, 400);
      assert.deepEqual(await operationsOf(tenant), []);
    });
  }

  test('alone are accepted, and of one id only', async () => {
    const tenant = await service.tenant();
    const id = uuidv7();
    const alone = await sendParts(service, tenant, [
      `attachment.${id}.a`,
      png,
      'Content-Type: a/b',
    ]);
    assert.equal(alone.status, 202);
    const nobody = await sendParts(service, tenant, ['attachment.zzz.a', png, 'Content-Type: a/b']);
    assert.equal(nobody.status, 422);
  });

  test('§7: a run takes 50 of them, and one of 50 MiB and no more', async () => {
    const tenant = await service.tenant();
    const run = rootRun();
    const answer = await sendParts(
      service,
      tenant,
      [`post.${run.id}`, JSON.stringify(run)],
      ...Array.from({ length: 51 }, (_, index): Parts[number] => [
        `attachment.${run.id}.${index}`,
        String(index),
        'Content-Type: text/plain',
      ]),
    );
    assert.equal(answer.status, 202);
    assert.deepEqual(
      answer.body.rejected?.map(({ part, code }) => [part, code]),
      [[`attachment.${run.id}.50`, 'too_large']],
    );
    const large = Buffer.alloc((50 << 20) + 1);
    const sendFile = (bytes: Buffer) =>
      sendParts(service, tenant, [`attachment.${run.id}.large`, bytes, 'Content-Type: a/b']);
    assert.equal((await sendFile(large.subarray(1))).status, 202);
    assert.equal((await sendFile(large)).status, 413);
  });
});

describe('media in payloads', () => {
  test('is stored once however often it is sent, and can be put back', async () => {
    const tenant = await service.tenant();
    const inputs = JSON.stringify({ messages: Array.from({ length: 20 }, () => ({ image: uri })) });
    const runs = [rootRun(), rootRun()];
    for (const run of runs) {
      const answer = await sendParts(
        service,
        tenant,
        [
          `post.${run.id}`,
          JSON.stringify({ ...run, outputs: { picture: png.toString('base64') } }),
        ],
        [`post.${run.id}.inputs`, inputs],
      );
      assert.equal(answer.status, 202);
    }
    const operations = await operationsOf(tenant);
    const { workspaceId } = tenant;
    for (const operation of operations) {
      const stored = textOf(operation, 'inputs');
      assert.ok(stored.length < 5000);
      assert.match(operation.envelope.inputsPreview!, /\[image\/png, 10 kB\]/);
      assert.equal(operation.envelope.outputsPreview, '[image/png, 10 kB]');
      const limits = { objects: service.objects, workspaceId, maxBytes: 1e7 };
      assert.equal(await restoreMedia(stored, limits), inputs);
    }
    const key = `${workspaceId}/${sha256(png).slice(0, 2)}/${sha256(png)}`;
    assert.deepEqual(await service.objects.get(key), png);
  });

  test('of one workspace is not found in another', async () => {
    const [tenant, other] = [await service.tenant(), await service.tenant()];
    await send(service, tenant, '/runs', { body: rootRun({ inputs: { uri } }) });
    const hash = sha256(png);
    const keyIn = ({ workspaceId }: Tenant) => `${workspaceId}/${hash.slice(0, 2)}/${hash}`;
    assert.equal(await service.objects.size(keyIn(tenant)), png.length);
    assert.equal(await service.objects.size(keyIn(other)), undefined);
  });

  test('of a request in which nothing is valid is not stored', async () => {
    const tenant = await service.tenant();
    const answer = await send(service, tenant, '/runs', { body: { id: 'x', inputs: { uri } } });
    assert.equal(answer.status, 422);
    const key = `${tenant.workspaceId}/${sha256(png).slice(0, 2)}/${sha256(png)}`;
    assert.equal(await service.objects.size(key), undefined);
  });
});

describe('large payloads', () => {
  test('are stored whole, and begin in the entry (I10)', async () => {
    const tenant = await service.tenant();
    const run = rootRun();
    const inputs = Buffer.from(JSON.stringify({ text: 'é'.repeat(700_000) }));
    const outputs = Buffer.from(JSON.stringify({ text: 'x'.repeat(64 << 20) }));
    const answer = await sendParts(
      service,
      tenant,
      [`post.${run.id}`, JSON.stringify(run)],
      [`post.${run.id}.inputs`, inputs],
      [`post.${run.id}.outputs`, outputs],
    );
    assert.equal(answer.status, 202, JSON.stringify(answer.body));
    const [operation] = await operationsOf(tenant);
    for (const [field, sent] of [
      ['inputs', inputs],
      ['outputs', outputs],
    ] as const) {
      const payload = operation?.payloads.find((found) => found.field === field);
      assert.equal(payload?.blob?.sizeBytes, sent.length);
      assert.ok((await service.objects.get(payload.blob.key))?.equals(sent));
      assert.ok(payload.bytes.length <= 64 * 1024 && payload.bytes.length > 64 * 1024 - 4);
      assert.ok(sent.toString().startsWith(Buffer.from(payload.bytes).toString()));
    }
    assert.equal(operation?.envelope.outputsBytes, outputs.length);
    assert.match(operation.envelope.outputsPreview!, /^x+\.{3}$/);
  });
});

test('O1: what went to the object store is counted', async () => {
  const text = await (await fetch(`${service.url}/metrics`)).text();
  const of = (name: string) =>
    Number(new RegExp(`^${name}\\{[^}]*\\} (\\d+)`, 'm').exec(text)?.[1]);
  assert.ok(of('runlight_ingest_blobs_total') > 50);
  // The large payload, the large file and the rest.
  assert.ok(of('runlight_ingest_blob_bytes_total') > 114 << 20);
});

test('A1: none of this took more than 512 MiB', async () => {
  assert.ok((await residentBytes(service.process.pid!)).peak <= 512 << 20);
});

describe('without an object store', () => {
  let folder: string;
  let without: IngestService;
  before(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'runlight-objects-')), 'objects');
    // A file where the folder should be: nothing can be written.
    await writeFile(folder, '');
    without = await startIngest({ OBJECT_STORE_URL: pathToFileURL(folder).href });
  });
  after(async () => {
    await without?.close();
    await rm(join(folder, '..'), { recursive: true });
  });

  test('nothing of a request is accepted that needs it; others are, and all when it is back', async () => {
    const tenant = await without.tenant();
    const [plain, media] = [rootRun(), rootRun({ inputs: { uri } })];
    const body = { post: [plain, media] };
    const refused = await send(without, tenant, '/runs/batch', { body });
    assert.equal(refused.status, 503);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.deepEqual(await without.batches(tenant.workspaceId), []);
    assert.equal((await send(without, tenant, '/runs', { body: plain })).status, 202);
    await rm(folder);
    assert.equal((await send(without, tenant, '/runs/batch', { body })).status, 202);
  });
});
