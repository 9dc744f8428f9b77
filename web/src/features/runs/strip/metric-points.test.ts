import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripPointOf } from './metric-points.ts';

test('a bucket without runs is zero runs and a gap in latency and cost', () => {
  const values = { runCount: '0', errorCount: '0', latencyMs: null, totalCostUsd: null };
  assert.deepEqual(stripPointOf({ startAt: '2026-11-25T12:00:00Z', values }), {
    startMs: Date.parse('2026-11-25T12:00:00Z'),
    runs: 0,
    errors: 0,
    p50Ms: null,
    p95Ms: null,
    costUsd: null,
  });
});

test('counts and costs come as text', () => {
  const latencyMs = { p50: 120.5, p95: 900 };
  const values = { runCount: '12', errorCount: '3', latencyMs, totalCostUsd: '0.0125' };
  const point = stripPointOf({ startAt: '2026-11-25T12:00:00Z', values });
  assert.deepEqual([point.runs, point.errors, point.p95Ms, point.costUsd], [12, 3, 900, 0.0125]);
});
