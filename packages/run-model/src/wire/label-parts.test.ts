import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LabelPart } from './label-parts.ts';
import type { WireOperation } from './operation.ts';
import { accepted, rejected, root, wire } from './test-wire.ts';
import type { Part } from './test-wire.ts';

function labelled(
  labels: Partial<Record<LabelPart['field'], string>>,
  main: object = root,
  parts: Part = {},
  kind: WireOperation['kind'] = 'create',
): WireOperation {
  return {
    ...wire(main, parts, kind),
    labels: Object.entries(labels).map(([field, text]) => ({
      field: field as LabelPart['field'],
      part: `run.${field}`,
      bytes: Buffer.from(text),
    })),
  };
}

function extraOf(operation: WireOperation): string | undefined {
  const { payloads } = accepted(operation).operation;
  return payloads.find(({ field }) => field === 'extra')?.bytes.toString();
}

test('tags of their own win over those of the run', () => {
  const { envelope } = accepted(
    labelled({ tags: '["a","b"]' }, { ...root, tags: ['c'] }),
  ).operation;
  assert.deepEqual(envelope.tags, ['a', 'b']);
  const without = accepted(labelled({ tags: 'null' }, { ...root, tags: ['c'] })).operation;
  assert.deepEqual(without.envelope.tags, ['c']);
});

test('metadata become part of extra, byte for byte, and are read from there', () => {
  const metadata = '{"thread_id":"t", "n":9007199254740993,"ls_model_name":"m"}';
  const operation = labelled({ metadata });
  assert.equal(extraOf(operation), `{"metadata":${metadata}}`);
  const { envelope } = accepted(operation).operation;
  assert.deepEqual([envelope.threadId, envelope.model], ['t', 'm']);
});

test('metadata of their own win over those in extra, key by key', () => {
  const extra = '{"runtime":{"sdk":"x"},"metadata":{"a":1,"b":1.50}}';
  const merged = '{"runtime":{"sdk":"x"},"metadata":{"b":1.50,"a":2,"é":3}}';
  const metadata = '{"a":2,"é":3}';
  assert.equal(extraOf(labelled({ metadata }, root, { extra })), merged);
  assert.equal(
    extraOf(labelled({ metadata }, { ...root, extra: JSON.parse(extra) as object })),
    merged.replace('1.50', '1.5'),
  );
  const { envelope } = accepted(labelled({ metadata }, root, { extra })).operation;
  assert.deepEqual(envelope.metadata, { a: '2', b: '1.5', é: '3' });
  assert.equal(envelope.warnings, undefined);
});

test('an update without extra leaves the extra of its run alone', () => {
  const operation = labelled({ metadata: '{"a":1}' }, { id: root.id }, {}, 'update');
  assert.equal(extraOf(operation), undefined);
  assert.deepEqual(accepted(operation).operation.envelope.metadata, { a: '1' });
  const empty = labelled({ metadata: '{"a":1}' }, { id: root.id }, { extra: 'null' }, 'update');
  assert.deepEqual(accepted(empty).operation.envelope.metadata, { a: '1' });
});

test('a label that is none is refused under its own name', () => {
  for (const [labels, reason] of [
    [{ tags: '{}' }, /not a list/],
    [{ tags: '[1]' }, /not text/],
    [{ metadata: '[]' }, /not an object/],
    [{ metadata: '{"a":' }, /not valid JSON/],
  ] as const) {
    const rejection = rejected(labelled(labels));
    assert.match(rejection.reason, reason);
    assert.equal(rejection.part, `run.${Object.keys(labels)[0]}`);
  }
});

test('of a label that comes several times the last one counts', () => {
  const operation = labelled({}, root, { extra: '{"metadata":{"z":0}}' });
  operation.labels = ['{"a":1}', '{"b":2}', '{"c":3}'].map((text, index) => ({
    field: 'metadata',
    part: `run.metadata.${index}`,
    bytes: Buffer.from(text),
  }));
  assert.equal(extraOf(operation), '{"metadata":{"z":0,"c":3}}');
  assert.deepEqual(accepted(operation).operation.envelope.warnings, ['field_sent_twice']);
});

test('extra may have as many members as fit', () => {
  const members = Array.from({ length: 99_999 }, (_, index) => `"k${index}":1`);
  const extra = `{${members.join(',')}}`;
  const merged = extraOf(labelled({ metadata: '{"a":1}' }, root, { extra }));
  assert.equal(merged, `{${members.join(',')},"metadata":{"a":1}}`);
});
