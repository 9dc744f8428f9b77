import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { array, assert as check, constantFrom, property } from 'fast-check';
import { maxParsedJsonBytes, openJson } from './json-text.ts';
import { readLargeJson, replaceLoneSurrogatesIn } from './large-json.ts';
import { accepted, envelopeOf, rejected, root, wire } from './test-wire.ts';

const long = 'x'.repeat(maxParsedJsonBytes);

describe('I10: a payload of many megabytes', () => {
  test('is kept as it is, and shown by its beginning', () => {
    const inputs = JSON.stringify({ text: `hello ${long}` });
    const { operation } = accepted(wire(root, { inputs }));
    assert.equal(operation.payloads[0]?.bytes.length, inputs.length);
    assert.equal(operation.envelope.inputsBytes, inputs.length);
    assert.match(operation.envelope.inputsPreview!, /^hello x+\.{3}$/);
    assert.equal(operation.envelope.warnings, undefined);
  });

  test('stands inside of the run as well', () => {
    const operation = accepted(wire({ ...root, outputs: { text: `hello ${long}` } })).operation;
    assert.match(operation.envelope.outputsPreview!, /^hello x+\.{3}$/);
    assert.equal(operation.envelope.name, 'agent');
  });

  test('gives its usage and its last message', () => {
    const usage_metadata = { input_tokens: 5, output_tokens: 6, total_tokens: 11 };
    const outputs = JSON.stringify({ usage_metadata, z: long });
    assert.deepEqual(envelopeOf(root, { outputs }).usage, usage_metadata);
    const message = { kwargs: { content: long, usage_metadata } };
    const generations = JSON.stringify({ generations: [[{ message }, { message }]] });
    assert.equal(envelopeOf(root, { outputs: generations }).usage?.['total_tokens'], 22);
    const messages = Array.from({ length: 5000 }, () => ({ role: 'ai', content: 'z'.repeat(900) }));
    const inputs = JSON.stringify({ messages: [...messages, { role: 'user', content: 'last' }] });
    assert.equal(envelopeOf(root, { inputs }).inputsPreview, 'last');
  });

  test('is refused for what JSON.parse refuses', () => {
    for (const end of ['', ',}', 'NaN}']) {
      const rejection = rejected(wire(root, { inputs: `{"a":"${long}","b":${end}` }));
      assert.equal(rejection.code, 'malformed_json');
    }
    const deep = `{"a":"${long}","b":${'['.repeat(300)}${']'.repeat(300)}}`;
    assert.match(rejected(wire(root, { inputs: deep })).reason, /deeper/);
  });

  test('I1, I32: is repaired where a store could not take it', () => {
    const warnings: string[] = [];
    const text = String.raw`"\ud800 \\ud800 \ud83d\ude00 \udead`;
    const latin = Buffer.concat([Buffer.from(`${text}${long}`), Buffer.from([0xe9, 0x22])]);
    const { bytes } = openJson(latin, warnings);
    assert.deepEqual(warnings, ['invalid_utf8', 'lone_surrogate']);
    assert.equal(
      bytes.toString('utf8', 0, 39),
      String.raw`"\ufffd \\ud800 \ud83d\ude00 \ufffdxxxx`,
    );
    assert.equal(bytes.toString('utf8').slice(-3), 'x\ufffd"');
  });
});

test('an outline never takes more than its share', () => {
  const lists = Buffer.from(`[${'[],'.repeat(3_000_000)}[]]`);
  assert.equal((readLargeJson(lists) as unknown[]).length, 550);
  const deep = Buffer.from(`${'{"a":['.repeat(20)}"${long}"${']}'.repeat(20)}`);
  assert.ok(JSON.stringify(readLargeJson(deep)).length < 200);
});

test('lone surrogates are found as by the small way', () => {
  const tokens = constantFrom('\\ud800', '\\udc00', '\\uD83D', '\\uDE00', '\\\\', '\\n', 'u', 'x');
  check(
    property(array(tokens, { maxLength: 8 }), (list) => {
      const text = `"${list.join('')}"`;
      const small = openJson(Buffer.from(text), []).bytes.toString();
      const bytes = Buffer.from(text);
      assert.equal(replaceLoneSurrogatesIn(bytes), small !== text);
      assert.equal(bytes.toString(), small);
    }),
    { numRuns: 3000 },
  );
});
