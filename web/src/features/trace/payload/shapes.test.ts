import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Bytes, isBase64, mediaOfText } from './media.ts';
import { shapeOf } from './shapes.ts';

const cases: [string, unknown, 'inputs' | 'outputs', object][] = [
  ['nothing', null, 'inputs', { kind: 'empty' }],
  ['an empty object', {}, 'outputs', { kind: 'empty' }],
  ['text', 'hello', 'outputs', { kind: 'text', text: 'hello' }],
  ['wrapped text', { output: 'hello' }, 'outputs', { kind: 'text', text: 'hello' }],
  [
    'tool input as JSON text',
    { input: '{"a":1}' },
    'inputs',
    { kind: 'entries', entries: [['a', 1]] },
  ],
  [
    'entries',
    { a: 1, b: 'x' },
    'inputs',
    {
      kind: 'entries',
      entries: [
        ['a', 1],
        ['b', 'x'],
      ],
    },
  ],
  ['a list', [1, 2], 'outputs', { kind: 'json', value: [1, 2] }],
  ['false', false, 'outputs', { kind: 'json', value: false }],
  [
    'documents',
    { documents: [{ page_content: 'A', metadata: { source: 's', score: 0.5 }, type: 'Document' }] },
    'outputs',
    {
      kind: 'documents',
      documents: [{ text: 'A', source: 's', score: 0.5, metadata: { source: 's', score: 0.5 } }],
      rest: {},
    },
  ],
  [
    'serialised documents with scores',
    { output: [[{ lc: 1, kwargs: { pageContent: 'A' } }, 0.9]], query: 'q' },
    'outputs',
    {
      kind: 'documents',
      documents: [{ text: 'A', score: 0.9, metadata: {} }],
      rest: { query: 'q' },
    },
  ],
  [
    'rows with text are no documents',
    { results: [{ text: 'A' }] },
    'outputs',
    { kind: 'entries', entries: [['results', [{ text: 'A' }]]] },
  ],
];

for (const [title, payload, side, expected] of cases) {
  test(`shape of ${title}`, () => assert.deepEqual(shapeOf(payload, side), expected));
}

test('a conversation keeps what stands beside it', () => {
  const shape = shapeOf({ model: 'm', messages: [{ role: 'user', content: 'x' }] }, 'inputs');
  assert.equal(shape.kind, 'chat');
  assert.deepEqual(shape.kind === 'chat' && shape.rest, { model: 'm' });
});

test('base64 is told from text by its alphabet', () => {
  const binary = Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 37) % 251));
  assert.equal(isBase64(binary.toString('base64')), true);
  assert.equal(isBase64('a'.repeat(5_000_000)), false);
  assert.equal(isBase64('The quick brown fox. '.repeat(40)), false);
  assert.equal(isBase64('c2hvcnQ='), false);
  assert.equal(base64Bytes(binary.toString('base64')), 600);
});

test('media in a string: data addresses and bare bytes; images only of four types', () => {
  const png = `iVBORw0KGgo${'aB3'.repeat(200)}`;
  assert.equal(mediaOfText(png)!.mimeType, 'image/png');
  assert.equal(mediaOfText(`data:image/svg+xml;base64,${png}`)!.mimeType, 'image/svg+xml');
  assert.equal(mediaOfText('data:text/html,<script>alert(1)</script>'), undefined);
  assert.equal(mediaOfText('hello'), undefined);
});
