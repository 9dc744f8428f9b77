import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anything, assert as check, property, string, uint8Array } from 'fast-check';
import { formatMediaReference } from '../media-reference.ts';
import { readOperation } from './operation.ts';
import {
  accepted,
  envelopeOf,
  id,
  nowUs,
  parent,
  rejected,
  root,
  stamp,
  startUs,
  wire,
} from './test-wire.ts';

describe('a create', () => {
  it('is read with its payloads, in parts or inside', () => {
    const inputs = '{ "messages": [{"role":"user","content":"grüß dich 漢字 🙂"}] }';
    const extra =
      '{"metadata":{"ls_model_name":"m","thread_id":"t1","n":5,"o":{"a":1},"none":null}}';
    const apart = accepted(wire(root, { inputs, extra }));
    const inside = accepted(
      wire(`${JSON.stringify(root).slice(0, -1)},"inputs":${inputs},"extra":${extra}}`),
    );
    assert.deepEqual(inside.operation, apart.operation);
    assert.deepEqual(apart.operation.envelope, {
      name: 'agent',
      runType: 'llm',
      startTimeUs: startUs,
      parentRunId: null,
      dottedOrder: stamp + id,
      inputsPreview: 'grüß dich 漢字 🙂',
      inputsBytes: Buffer.byteLength(inputs),
      metadata: { ls_model_name: 'm', thread_id: 't1', n: '5', o: '{"a":1}' },
      threadId: 't1',
      model: 'm',
    });
    assert.deepEqual(
      apart.operation.payloads.map(({ field, bytes }) => [field, bytes.toString()]),
      [
        ['inputs', inputs],
        ['extra', extra],
      ],
    );
    assert.equal(apart.operation.traceStartUs, startUs);
  });

  it('may leave out everything but its id', () => {
    const { operation } = accepted(wire({ id }));
    assert.equal(operation.traceId, id);
    assert.equal(operation.traceStartUs, nowUs);
    assert.deepEqual(operation.envelope.warnings, ['name_missing', 'start_time_missing']);
  });

  it('opens a trace whose start its sender cannot know (OpenTelemetry)', () => {
    const spans = [
      { ...root, dotted_order: undefined, trace_id: parent },
      { ...root, dotted_order: undefined },
      { ...root, dotted_order: 'nonsense' },
    ];
    for (const span of spans) {
      const { operation, mustDerive } = accepted({ ...wire(span), opensTrace: true });
      assert.equal(operation.opensTrace, true);
      assert.equal(operation.traceStartUs, undefined);
      assert.equal(operation.envelope.parentRunId, null);
      assert.equal(mustDerive, false);
    }
    const placed = accepted({ ...wire(root), opensTrace: true }).operation;
    assert.deepEqual([placed.opensTrace, placed.traceStartUs], [undefined, startUs]);
  });

  it('names its project, or the agent that it belongs to', () => {
    const projectOf = (fields: object) => accepted(wire({ ...root, ...fields })).project;
    const address = 'lrn:agents/support-bot/environments/production';
    assert.deepEqual(projectOf({ session_name: 'p', address }), { name: 'p' });
    assert.deepEqual(projectOf({ session_id: parent, session_name: 'p' }), { id: parent });
    assert.deepEqual(projectOf({ address }), { name: 'support-bot (production)' });
    assert.equal(projectOf({ address: 'lrn:agents/support-bot' }), undefined);
    assert.equal(projectOf({ address: null }), undefined);
  });

  it('gets an id where it may come without one', () => {
    const { operation } = accepted(wire({ name: 'x' }), true);
    assert.match(operation.runId, /^[0-9a-f-]{36}$/);
    assert.equal(rejected(wire({ name: 'x' })).reason, 'id is missing');
  });

  it('takes its place from the dotted order', () => {
    const { operation } = accepted(
      wire({ id, name: 'x', dotted_order: `${stamp}${parent}.${stamp}${id}` }),
    );
    assert.equal(operation.traceId, parent);
    assert.equal(operation.envelope.parentRunId, parent);
    assert.equal(operation.envelope.startTimeUs, startUs);
  });

  it('is a root of its trace, whatever parent it names', () => {
    for (const parent_run_id of [parent, id]) {
      const envelope = envelopeOf({ ...root, parent_run_id });
      assert.equal(envelope.parentRunId, null);
      assert.equal(envelope.warnings?.length, 1);
    }
  });

  it('canonicalises ids', () => {
    const { operation } = accepted(wire({ id: id.toUpperCase().replaceAll('-', ''), name: 'x' }));
    assert.equal(operation.runId, id);
  });
});

describe('an update', () => {
  it('may hold nothing but what changed', () => {
    const { operation } = accepted({
      ...wire({ end_time: 1_767_323_046_000, outputs: { answer: 42 } }, {}, 'update'),
      idHint: id,
    });
    assert.equal(operation.traceId, undefined);
    assert.equal(operation.projectId, undefined);
    assert.deepEqual(operation.envelope, {
      endTimeUs: 1_767_323_046_000_000,
      outputsPreview: '{"answer":42}',
      outputsBytes: 13,
    });
  });

  it('never says anything by null or by empty inputs', () => {
    const nulls = {
      name: null,
      run_type: null,
      session_name: null,
      error: null,
      tags: null,
      outputs: null,
    };
    const { operation, project } = accepted(
      wire({ id, ...nulls, inputs: {}, extra: {} }, {}, 'update'),
    );
    assert.deepEqual(operation.envelope, {});
    assert.deepEqual(operation.payloads, []);
    assert.equal(project, undefined);
  });

  it('is identified by its dotted order alone', () => {
    const { operation } = accepted(wire({ dotted_order: stamp + id, trace_id: id }, {}, 'update'));
    assert.equal(operation.runId, id);
  });

  it('gives the time of the first token', () => {
    const events = [
      { name: 'start', time: '2026-01-02T03:04:05Z' },
      { name: 'new_token', time: 'nonsense' },
      { name: 'new_token', time: '2026-01-02T03:04:06Z' },
    ];
    const envelope = envelopeOf({ id }, { events: JSON.stringify(events) }, 'update');
    assert.equal(envelope.firstTokenTimeUs, Date.UTC(2026, 0, 2, 3, 4, 6) * 1000);
  });

  it('keeps the beginning of an error', () => {
    const envelope = envelopeOf({ id }, { error: JSON.stringify('x'.repeat(5000)) }, 'update');
    assert.equal(envelope.error?.length, 2048);
    assert.equal(envelopeOf({ id, error: '' }, {}, 'update').error, undefined);
  });
});

describe('content', () => {
  const stored = (inputs: string | Buffer) => {
    const { operation } = accepted(wire(root, { inputs }));
    return { text: operation.payloads[0]!.bytes.toString(), warnings: operation.envelope.warnings };
  };

  it('keeps numbers that JavaScript could not', () => {
    const inputs = '{"a":1e999,"b":9007199254740993,"c":18446744073709551616,"d":1.10}';
    assert.deepEqual(stored(inputs), { text: inputs, warnings: undefined });
  });

  it('keeps the order of keys, repeated keys and __proto__', () => {
    const inputs = '{"__proto__":{"x":1},"a":1,"a":2,"constructor":null,"toString":0}';
    assert.deepEqual(stored(inputs), { text: inputs, warnings: undefined });
    assert.equal(({} as { x?: number }).x, undefined);
  });

  it('keeps NUL', () => {
    assert.equal(stored('{"a\\u0000":"b\\u0000"}').text, '{"a\\u0000":"b\\u0000"}');
  });

  it('replaces lone surrogates, and only those', () => {
    const inputs = String.raw`{"a":"\ud800","b":"\uD83D\uDE42","c":"\\ud800","d":"\udc00\ud800\udc00"}`;
    const { text, warnings } = stored(inputs);
    assert.equal(
      text,
      String.raw`{"a":"\ufffd","b":"\uD83D\uDE42","c":"\\ud800","d":"\ufffd\ud800\udc00"}`,
    );
    assert.deepEqual(warnings, ['lone_surrogate']);
  });

  it('replaces bytes that are not UTF-8', () => {
    const { text, warnings } = stored(Buffer.from('{"a":"caf\u00e9"}', 'latin1'));
    assert.equal(text, '{"a":"caf\ufffd"}');
    assert.deepEqual(warnings, ['invalid_utf8']);
  });

  it('loses a byte order mark', () => {
    assert.equal(stored('\ufeff{"a":1}').text, '{"a":1}');
    assert.equal(accepted(wire(`\ufeff${JSON.stringify(root)}`)).operation.runId, id);
  });

  it('may nest 256 levels deep', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    assert.equal(stored(nested(256)).text.length, 512);
    for (const depth of [257, 1000, 100_000]) {
      assert.match(rejected(wire(root, { inputs: nested(depth) })).reason, /deeper than 256/);
      assert.match(rejected(wire(`{"inputs":${nested(depth)}}`)).reason, /deeper than 256/);
    }
  });

  it('is shown in at most 256 characters', () => {
    const { inputsPreview } = envelopeOf(root, { inputs: JSON.stringify({ q: '🙂'.repeat(300) }) });
    assert.equal(inputsPreview?.length, 255);
    assert.ok(inputsPreview.isWellFormed());
    assert.ok(inputsPreview.endsWith('...'));
    const accents = envelopeOf(root, { inputs: JSON.stringify({ q: 'é'.repeat(300) }) });
    assert.equal(accents.inputsPreview, `${'é'.repeat(253)}...`);
  });

  it('tells escapes from bytes', () => {
    const { inputsPreview } = envelopeOf(root, { inputs: '{"q":"é \\u00e9 \\u001b"}' });
    assert.equal(inputsPreview, 'é é \u001b');
  });
});

describe('times', () => {
  it('flags an end before the start, a far future and a far past', () => {
    const day = 86_400_000;
    const at = (ms: number) => new Date(nowUs / 1000 + ms).toISOString();
    const warnings = (fields: object) => envelopeOf({ ...root, ...fields }).warnings;
    assert.deepEqual(warnings({ end_time: at(-2 * day) }), ['end_before_start']);
    assert.deepEqual(warnings({ start_time: at(3650 * day) }), ['start_time_in_future']);
    assert.deepEqual(warnings({ start_time: at(-5 * 365 * day) }), ['start_time_long_past']);
  });

  it('does not take the JS SDK at its word within a millisecond', () => {
    const envelope = envelopeOf({ ...root, end_time: (startUs - 1) / 1000 });
    assert.equal(envelope.endTimeUs, startUs);
    assert.equal(envelope.warnings, undefined);
  });
});

describe('a bad operation', () => {
  const order = stamp + id;
  const bad: [name: string, main: object | string, reason: RegExp][] = [
    ['null', 'null', /not a JSON object/],
    ['a list', '[]', /not a JSON object/],
    ['a text', '"x"', /not a JSON object/],
    ['an empty object', '{}', /empty/],
    ['a trailing comma', `{"id":"${id}",}`, /not valid JSON/],
    ['a comment', `{"id":"${id}"/* */}`, /not valid JSON/],
    ['NaN', `{"id":"${id}","x":NaN}`, /not valid JSON/],
    ['a raw line break in a text', `{"id":"${id}","name":"a\nb"}`, /not valid JSON/],
    ['something after the object', `{"id":"${id}"}x`, /not valid JSON/],
    ['an id twice', `{"id":"${id}","id":"${id}"}`, /twice/],
    ['an id twice, once escaped', `{"id":"${id}","\\u0069d":"${id}"}`, /twice/],
    ['an unknown field twice', `{"id":"${id}","foo":1,"foo":2}`, /twice/],
    ['inputs twice', `{"id":"${id}","inputs":{},"inputs":{}}`, /twice/],
    ['NUL in the name of a field', `{"id":"${id}","a\\u0000":1}`, /NUL/],
    ['an id that is no UUID', { ...root, id: 'zzz' }, /id is not a UUID/],
    ['an id in braces', { ...root, id: `{${id}}` }, /id is not a UUID/],
    ['a nil id', { ...root, id: '00000000-0000-0000-0000-000000000000' }, /id is not a UUID/],
    ['a number as id', { ...root, id: 5 }, /id is not a UUID/],
    ['200 characters as id', { ...root, id: 'a'.repeat(200) }, /id is not a UUID/],
    ['a bad trace id', { ...root, trace_id: 'x' }, /trace_id is not a UUID/],
    ['a bad parent', { ...root, parent_run_id: 'x' }, /parent_run_id is not a UUID/],
    ['a bad project id', { ...root, session_id: 'x' }, /session_id is not a UUID/],
    ['a dotted order of another run', { ...root, dotted_order: stamp + parent }, /does not end/],
    [
      'a dotted order of another trace',
      { ...root, dotted_order: `${stamp}${parent}.${order}` },
      /does not begin/,
    ],
    ['a start that is no time', { ...root, start_time: 'soon' }, /start_time is not a time/],
    [
      'an end out of range',
      { ...root, end_time: '9999-01-01T00:00:00Z' },
      /end_time is not a time/,
    ],
    [
      'a start that is too large a number',
      `{"id":"${id}","start_time":1e999}`,
      /start_time is not a time/,
    ],
    ['tags that are not a list', { ...root, tags: 'a' }, /tags is not a list/],
    ['tags that are not text', { ...root, tags: ['a', 1] }, /not text/],
    ['a name that is not text', { ...root, name: 5 }, /name is not text/],
  ];
  for (const [name, main, reason] of bad) {
    it(`with ${name} is refused`, () => assert.match(rejected(wire(main)).reason, reason));
  }

  it('is named by its part and id', () => {
    assert.deepEqual(rejected(wire(root, { inputs: '{"a":NaN}' })), {
      runId: id,
      part: 'run.inputs',
      sample: Buffer.from('{"a":NaN}'),
      code: 'malformed_json',
      reason: 'it is not valid JSON',
    });
  });

  it('with an id that differs from its part is refused', () => {
    assert.match(rejected({ ...wire(root), idHint: parent }).reason, /id differs/);
  });

  it('is described, never thrown, whatever the bytes are', () => {
    check(
      property(uint8Array({ maxLength: 400 }), uint8Array({ maxLength: 200 }), (main, inputs) => {
        readOperation(
          {
            kind: 'create',
            part: 'p',
            main: Buffer.from(main),
            parts: [{ field: 'inputs', part: 'p.inputs', bytes: Buffer.from(inputs) }],
          },
          { nowUs },
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is described, never thrown, whatever the fields hold', () => {
    const field = anything({ withNullPrototype: false, maxDepth: 3 });
    check(
      property(string(), field, field, field, (name, value, outputs, extra) => {
        const main = JSON.stringify({ ...root, [name]: value, tags: value, outputs, extra });
        const result = readOperation(wire(main), { nowUs });
        return 'read' in result || result.rejection.reason.length > 0;
      }),
      { numRuns: 1000 },
    );
  });
});

describe('previews', () => {
  const photo = formatMediaReference({
    sha256: 'ab'.repeat(32),
    mimeType: 'image/png',
    sizeBytes: 12_345,
    form: 'data-uri',
  });

  it('name media that was lifted out', () => {
    const { inputsPreview } = envelopeOf(root, { inputs: JSON.stringify({ photo }) });
    assert.equal(inputsPreview, '[image/png, 13 kB]');
  });

  it('hold no reference that is cut off', () => {
    const photos = Array.from({ length: 20 }, () => photo);
    for (const extra of ['', 'ü']) {
      const inputs = JSON.stringify({ extra, photos });
      const { inputsPreview } = envelopeOf(root, { inputs });
      assert.match(inputsPreview!, /"photos":\["\[image\/png, 13 kB\]",/);
      assert.doesNotMatch(inputsPreview!, /runlight-blob/);
    }
  });
});
