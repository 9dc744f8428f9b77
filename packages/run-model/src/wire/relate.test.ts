import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOperation } from './operation.ts';
import type { ReadOperation } from './operation.ts';
import { relateOperations } from './relate.ts';

const ids = ['a', 'b', 'c'].map((digit) => `01900000-0000-7000-8000-00000000000${digit}`);
const [root, child, grandchild] = ids as [string, string, string];
const start_time = '2026-01-02T03:04:05.678001Z';
const stamp = '20260102T030405678001Z';

function read(fields: object, kind: 'create' | 'update' = 'create'): ReadOperation {
  const main = Buffer.from(JSON.stringify(fields));
  const result = readOperation(
    { kind, part: 'run', main, parts: [] },
    { nowUs: Date.now() * 1000 },
  );
  assert.ok('read' in result, JSON.stringify(result));
  return result.read;
}

describe('relateOperations', () => {
  it('places children under parents that come after them', () => {
    const { accepted, rejections } = relateOperations([
      read({ id: grandchild, name: 'c', parent_run_id: child, start_time }),
      read({ id: child, name: 'b', parent_run_id: root, start_time }),
      read({ id: root, name: 'a', start_time, session_name: 'p' }),
    ]);
    assert.deepEqual(rejections, []);
    assert.equal(
      accepted[0]?.operation.envelope.dottedOrder,
      `${stamp}${root}.${stamp}${child}.${stamp}${grandchild}`,
    );
    assert.equal(accepted[0].operation.traceId, root);
    assert.deepEqual(accepted[0].project, { name: 'p' });
  });

  it('gives an update the trace and the project of its create', () => {
    const { accepted } = relateOperations([
      read({ id: root, name: 'a', start_time, session_name: 'p' }),
      read({ id: root, outputs: { a: 1 } }, 'update'),
    ]);
    assert.equal(accepted[1]?.operation.traceStartUs, accepted[0]?.operation.traceStartUs);
    assert.deepEqual(accepted[1]?.project, { name: 'p' });
  });

  it('replaces a malformed dotted order from the parent, or refuses it', () => {
    const broken = {
      id: child,
      name: 'b',
      trace_id: root,
      parent_run_id: root,
      start_time,
      dotted_order: 'x',
    };
    const { accepted } = relateOperations([
      read({ id: root, name: 'a', start_time }),
      read(broken),
    ]);
    assert.equal(accepted[1]?.operation.envelope.dottedOrder, `${stamp}${root}.${stamp}${child}`);
    assert.deepEqual(
      accepted[1].operation.envelope.warnings?.includes('dotted_order_derived'),
      true,
    );
    assert.match(relateOperations([read(broken)]).rejections[0]?.reason ?? '', /malformed/);
  });

  it('ends when runs are parents of each other', () => {
    const { accepted } = relateOperations([
      read({ id: child, name: 'b', parent_run_id: grandchild, start_time }),
      read({ id: grandchild, name: 'c', parent_run_id: child, start_time }),
    ]);
    assert.equal(accepted.length, 2);
    assert.equal(accepted[0]?.operation.traceStartUs, undefined);
  });

  it('does not borrow the place of a parent in another trace', () => {
    const { accepted } = relateOperations([
      read({ id: root, name: 'a', start_time }),
      read({ id: child, name: 'b', trace_id: grandchild, parent_run_id: root, start_time }),
    ]);
    assert.equal(accepted[1]?.operation.traceStartUs, undefined);
  });

  it('orders a run by its start when its trace has no known beginning', () => {
    const { operation } = read({ id: child, name: 'b', trace_id: root, start_time });
    const opening = { ...operation, opensTrace: true };
    const { accepted } = relateOperations([
      { ...read({ id: child, name: 'b', trace_id: root, start_time }), operation: opening },
    ]);
    assert.equal(accepted[0]?.operation.envelope.dottedOrder, `${stamp}${child}`);
    assert.equal(accepted[0]?.operation.traceStartUs, undefined);
  });
});
