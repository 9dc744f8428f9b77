import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { blobKey } from '@runlight/objects';
import { formatMediaReference } from '@runlight/run-model';
import type { MediaReference } from '@runlight/run-model';
import { testStores } from '@runlight/testkit';
import { rootKey } from './support/stored-runs.ts';
import type { StoredRun } from './support/stored-runs.ts';
import { createTracesGraph, newCaller, noLive } from './support/traces-graph.ts';
import type { Caller, TracesGraph } from './support/traces-graph.ts';

// What of a run lies in the object store: attachments, media, large payloads; each by a signed link.

let graph: TracesGraph;
let close: () => Promise<void>;
before(async () => {
  const stores = await testStores({ clickhouse: true });
  graph = createTracesGraph(stores.clickhouseUrl, { live: noLive });
  close = async () => {
    await graph.close();
    await stores.close();
  };
});
after(() => close?.());

interface File {
  name?: string;
  sha256?: string;
  mimeType: string;
  sizeBytes: number;
  url: string;
}

interface PayloadAnswer {
  field: string;
  sizeBytes: number;
  isTruncated: boolean;
  json: unknown;
  head: string | null;
  url: string | null;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const newRun = ({ workspaceId, projectId }: Caller): StoredRun => ({
  key: rootKey(workspaceId, projectId, Date.now() * 1000),
});

async function put({ workspaceId }: Caller, bytes: Uint8Array) {
  const key = blobKey(workspaceId, sha256(bytes));
  await graph.objects.put(key, bytes);
  return { key, sizeBytes: bytes.byteLength };
}

/** The run with a field whose text is in the object store, as ingest leaves it. */
async function withLarge(caller: Caller, text: string, field: 'inputs' | 'outputs' = 'inputs') {
  const run = newRun(caller);
  const blob = await put(caller, Buffer.from(text));
  return { ...run, payloads: { [field]: text.slice(0, 65_536) }, blobs: { [field]: blob } };
}

async function ask<T>(caller: Caller, run: StoredRun, fields: string) {
  const { data, codes } = await graph.ask<{ run: T }>(
    caller,
    `query ($id: ID!) { run(id: $id) { ${fields} } }`,
    { id: run.key.runId },
  );
  return { run: data.run, codes };
}

const tokenOf = (url: string | null): string => (url ?? '').replace('/files/', '');

describe('attachments', () => {
  it('are listed with links to their bytes', async () => {
    const caller = newCaller();
    const { key: plot } = await put(caller, Buffer.from('a plot'));
    const { key: page } = await put(caller, Buffer.from('<script>'));
    const run = {
      ...newRun(caller),
      attachments: {
        'plot.png': { mimeType: 'image/png', sizeBytes: 6, blobKey: plot },
        '../../etc/passwd': { mimeType: 'text/html', sizeBytes: 8, blobKey: page },
      },
    };
    await graph.store([run]);
    const answer = await ask<{ attachments: File[] }>(
      caller,
      run,
      'attachments { name mimeType sizeBytes url }',
    );
    assert.deepEqual(answer.codes, []);
    const { attachments } = answer.run;
    assert.deepEqual(
      attachments.map(({ url: _url, ...file }) => file),
      [
        { name: 'plot.png', mimeType: 'image/png', sizeBytes: 6 },
        { name: '../../etc/passwd', mimeType: 'text/html', sizeBytes: 8 },
      ],
    );
    const linked = graph.links.verify(tokenOf(attachments[0]!.url))!;
    assert.deepEqual(
      { key: linked.key, mimeType: linked.mimeType, name: linked.name },
      { key: plot, mimeType: 'image/png', name: 'plot.png' },
    );
    assert.ok(linked.expiresAtMs <= Date.now() + 600_000);
  });

  it('are an empty list without any, and never lead into another workspace', async () => {
    const [caller, other] = [newCaller(), newCaller()];
    const { key } = await put(other, Buffer.from('theirs'));
    const run = newRun(caller);
    const crafted = {
      ...newRun(caller),
      attachments: { x: { mimeType: 'image/png', sizeBytes: 6, blobKey: key } },
    };
    await graph.store([run, crafted]);
    for (const each of [run, crafted]) {
      const answer = await ask<{ attachments: File[] }>(caller, each, 'attachments { name url }');
      assert.deepEqual(answer, { run: { attachments: [] }, codes: [] });
    }
  });

  it('of another workspace are not found', async () => {
    const [caller, other] = [newCaller(), newCaller()];
    const { key } = await put(caller, Buffer.from('ours'));
    const run = {
      ...newRun(caller),
      attachments: { x: { mimeType: 'image/png', sizeBytes: 4, blobKey: key } },
    };
    await graph.store([run]);
    const { run: found, codes } = await ask<unknown>(other, run, 'attachments { url }');
    assert.deepEqual({ found, codes }, { found: null, codes: ['NOT_FOUND'] });
  });
});

describe('large payloads', () => {
  const fields = 'payload(field: INPUTS) { field sizeBytes isTruncated json head url }';

  it('a small one is whole and has no link', async () => {
    const caller = newCaller();
    const run = { ...newRun(caller), payloads: { inputs: '{"a":1}' } };
    await graph.store([run]);
    const answer = await ask<{ payload: PayloadAnswer; outputs: null }>(
      caller,
      run,
      `${fields} outputs: payload(field: OUTPUTS) { json }`,
    );
    assert.deepEqual(answer.run, {
      payload: {
        field: 'INPUTS',
        sizeBytes: 7,
        isTruncated: false,
        json: { a: 1 },
        head: null,
        url: null,
      },
      outputs: null,
    });
  });

  it('I10: one over 1 MiB is its beginning and a link, and still whole in `inputs`', async () => {
    const caller = newCaller();
    const text = JSON.stringify({ text: 'ü'.repeat(600_000), end: true });
    const run = await withLarge(caller, text);
    await graph.store([run]);
    const answer = await ask<{ payload: PayloadAnswer; inputs: { end: boolean } }>(
      caller,
      run,
      `${fields} inputs`,
    );
    assert.deepEqual(answer.codes, []);
    const { payload, inputs } = answer.run;
    assert.equal(payload.sizeBytes, Buffer.byteLength(text));
    assert.equal(payload.isTruncated, true);
    assert.equal(payload.json, null);
    assert.equal(payload.head, text.slice(0, 65_536));
    const linked = graph.links.verify(tokenOf(payload.url))!;
    assert.equal(linked.key, run.blobs['inputs']!.key);
    assert.equal(linked.name, `inputs-${run.key.runId}.json`);
    assert.equal(inputs.end, true);
  });

  it('one over 8 MiB is only linked, and is not read', async () => {
    const caller = newCaller();
    const run = newRun(caller);
    const key = blobKey(caller.workspaceId, 'e'.repeat(64));
    // Not there at all: reading it would be an error or a wrong answer.
    const stored = {
      ...run,
      payloads: { inputs: '{"text":"' },
      blobs: { inputs: { key, sizeBytes: 9 * 2 ** 20 } },
    };
    await graph.store([stored]);
    const answer = await ask<{ payload: PayloadAnswer; inputs: null }>(
      caller,
      run,
      `${fields} inputs`,
    );
    assert.deepEqual(answer.codes, []);
    assert.equal(answer.run.inputs, null);
    assert.equal(answer.run.payload.head, '{"text":"');
    assert.match(answer.run.payload.url ?? '', /^\/files\//);
  });

  it('many of one request are read up to 32 MiB together', async () => {
    const caller = newCaller();
    const runs = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        withLarge(caller, JSON.stringify({ index, text: 'x'.repeat(7 * 2 ** 20) })),
      ),
    );
    await graph.store(runs);
    const { data } = await graph.ask<Record<string, { inputs: unknown }>>(
      caller,
      `{ ${runs.map(({ key }, index) => `r${index}: run(id: "${key.runId}") { inputs }`).join(' ')} }`,
    );
    const whole = Object.values(data).filter(({ inputs }) => inputs !== null);
    assert.equal(whole.length, 4);
  });

  it('a key of another workspace gives nothing away', async () => {
    const [caller, other] = [newCaller(), newCaller()];
    const blob = await put(other, Buffer.from('{"secret":1}'));
    const run = { ...newRun(caller), payloads: { inputs: '{' }, blobs: { inputs: blob } };
    await graph.store([run]);
    const answer = await ask<{ payload: PayloadAnswer; inputs: unknown }>(
      caller,
      run,
      `${fields} inputs`,
    );
    assert.equal(answer.run.payload.url, null);
    assert.equal(answer.run.inputs, null);
  });

  it('a large error is told whole', async () => {
    const caller = newCaller();
    const error = 'boom '.repeat(300_000);
    const text = JSON.stringify(error);
    const run = {
      ...newRun(caller),
      error: error.slice(0, 2048),
      payloads: { error: text.slice(0, 65_536) },
      blobs: { error: await put(caller, Buffer.from(text)) },
    };
    await graph.store([run]);
    const answer = await ask<{ errorFull: string }>(caller, run, 'errorFull');
    assert.equal(answer.run.errorFull, error);
  });
});

describe('media', () => {
  const fields = 'sha256 mimeType sizeBytes url';

  function reference(bytes: Uint8Array, more: Partial<MediaReference> = {}): string {
    return formatMediaReference({
      sha256: sha256(bytes),
      mimeType: 'image/png',
      sizeBytes: bytes.byteLength,
      form: 'data-uri',
      ...more,
    });
  }

  it('lists what stands in inputs and outputs once, whatever quotes a reference', async () => {
    const caller = newCaller();
    const [image, sound] = [randomBytes(5000), randomBytes(4100)];
    const { key } = await put(caller, image);
    const run = {
      ...newRun(caller),
      payloads: {
        inputs: JSON.stringify({
          images: [reference(image), reference(image)],
          quoted: `see ${reference(randomBytes(8))}`,
        }),
        outputs: JSON.stringify({ sound: reference(sound, { mimeType: 'audio/wav' }) }),
        extra: JSON.stringify({ image: reference(randomBytes(7)) }),
      },
    };
    await graph.store([run]);
    const answer = await ask<{ media: File[]; extra: File[] }>(
      caller,
      run,
      `media { ${fields} } extra: media(fields: [EXTRA]) { ${fields} }`,
    );
    assert.deepEqual(answer.codes, []);
    assert.deepEqual(
      answer.run.media.map(({ url: _url, ...media }) => media),
      [
        { sha256: sha256(image), mimeType: 'image/png', sizeBytes: 5000 },
        { sha256: sha256(sound), mimeType: 'audio/wav', sizeBytes: 4100 },
      ],
    );
    const linked = graph.links.verify(tokenOf(answer.run.media[0]!.url))!;
    assert.equal(linked.key, key);
    assert.match(linked.name, /^image-[0-9a-f]{8}\.png$/);
    assert.equal(answer.run.extra.length, 1);
  });

  it('links lead into the own workspace only, whatever a reference says', async () => {
    const [caller, other] = [newCaller(), newCaller()];
    const theirs = randomBytes(5000);
    const { key } = await put(other, theirs);
    const run = { ...newRun(caller), payloads: { inputs: JSON.stringify([reference(theirs)]) } };
    await graph.store([run]);
    const answer = await ask<{ media: File[] }>(caller, run, `media { ${fields} }`);
    const linked = graph.links.verify(tokenOf(answer.run.media[0]!.url))!;
    assert.notEqual(linked.key, key);
    assert.ok(linked.key.startsWith(`${caller.workspaceId}/`));
    assert.equal(await graph.objects.get(linked.key), undefined);
  });

  it('is found in large payloads when asked for, and is at most 200', async () => {
    const caller = newCaller();
    const references = Array.from({ length: 250 }, () => reference(randomBytes(8)));
    const run = await withLarge(
      caller,
      JSON.stringify({ text: 'x'.repeat(1_100_000), references }),
    );
    await graph.store([run]);
    const answer = await ask<{ media: File[]; head: File[] }>(
      caller,
      run,
      `media(searchLarge: true) { ${fields} } head: media { ${fields} }`,
    );
    assert.equal(answer.run.media.length, 200);
    assert.deepEqual(answer.run.head, []);
  });
});
