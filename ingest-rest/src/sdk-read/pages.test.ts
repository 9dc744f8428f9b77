import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sliceOf } from './pages.ts';

test('a slice by offset is that of the whole list, in pages of at most 100', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(350),
      fc.nat(400),
      fc.integer({ min: 1, max: 250 }),
      async (length, offset, limit) => {
        const all = Array.from({ length }, (_, index) => index);
        const slice = await sliceOf(
          async ({ first, after }) => {
            assert.ok(first >= 1 && first <= 100);
            const start = after === undefined ? 0 : Number(after);
            const nodes = all.slice(start, start + first);
            const end = start + nodes.length;
            return { nodes, pageInfo: { hasNextPage: end < length, endCursor: String(end) } };
          },
          { offset, limit },
        );
        assert.deepEqual(slice, all.slice(offset, offset + limit));
      },
    ),
  );
});
