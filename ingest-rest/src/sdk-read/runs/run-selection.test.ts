import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FilterSyntaxError } from '@runlight/run-model/filter';
import { isAppError } from '@runlight/service';
import { filterOfAll, readRunSelection } from './run-selection.ts';

const id = '01900000-0000-7000-8000-000000000001';

describe('the selection of a body', () => {
  test('of nothing is everything', () => {
    assert.deepEqual(readRunSelection({ session: null, id: null, filter: null }), {
      projectIds: undefined,
      ids: [],
      traceUuid: undefined,
      filter: {},
      timeRange: {},
    });
  });

  test('puts the filters of the run, its root and its tree together', () => {
    const { filter } = readRunSelection({
      filter: 'eq(name, "a")',
      trace_filter: 'eq(name, "b")',
      tree_filter: 'eq(name, "c")',
      is_root: true,
    });
    assert.deepEqual(filter, {
      and: [
        { name: { eq: 'a' } },
        { trace: { name: { eq: 'b' } } },
        { tree: { name: { eq: 'c' } } },
        { isRoot: true },
      ],
    });
  });

  test('looks for traces that began well before its runs', () => {
    const { timeRange } = readRunSelection({ start_time: '2026-01-08T00:00:00' });
    assert.deepEqual(timeRange, { from: '2026-01-01T00:00:00.000000Z' });
    const first = readRunSelection({ start_time: '1970-01-02T00:00:00' });
    assert.deepEqual(first.timeRange, { from: '1970-01-01T00:00:00.000000Z' });
  });

  test('has other names in the second generation', () => {
    const body = { project_ids: [id], trace_id: id, session: ['x'], trace: 'x' };
    const { projectIds, traceUuid } = readRunSelection(body, 'modern');
    assert.deepEqual([projectIds, traceUuid], [[id], id]);
  });

  test('refuses what is no filter, no id and no type', () => {
    for (const filter of ['eq(', 'eq(name)', 'drop(runs)']) {
      assert.throws(() => readRunSelection({ filter }), FilterSyntaxError);
    }
    for (const body of [{ id: 'x' }, { trace: 7 }, { run_type: 'constructor' }]) {
      assert.throws(
        () => readRunSelection(body),
        (error) => isAppError(error) && error.code === 'BAD_USER_INPUT',
      );
    }
  });
});

test('statistics take runs and the trace by filter', () => {
  const selected = readRunSelection({ id: [id], trace: id });
  assert.deepEqual(filterOfAll(selected), {
    and: [{}, { id: { in: [id] } }, { traceId: { eq: id } }],
  });
  assert.deepEqual(filterOfAll(readRunSelection({})), {});
});
