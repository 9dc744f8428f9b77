import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import {
  batchOf,
  create,
  drained,
  newRun,
  openBench,
  payloadsOf,
  runsOf,
  startWorker,
  update,
} from './support.ts';
import type { Bench } from './support.ts';

let bench: Bench;
let worker: ReturnType<typeof startWorker>;

before(async () => {
  bench = await openBench();
  worker = startWorker(bench);
});
after(async () => {
  await worker?.stop();
  await bench?.close();
});

test('stores a run with everything its create and update say', async () => {
  const workspaceId = await bench.newWorkspace();
  const run = newRun();
  const parentRunId = uuidv7();
  const referenceExampleId = uuidv7();
  const createBatch = batchOf(workspaceId, [
    create(run, {
      name: 'Ünïcode 🦊',
      runType: 'llm',
      parentRunId,
      dottedOrder: `20260101T000000000000Z${run.runId}`,
      tags: ['a', 'b'],
      metadata: { user: 'u1', __proto__x: 'y' },
      threadId: 't1',
      model: 'gpt-4o',
      inputsPreview: 'in',
      inputsBytes: 14,
      referenceExampleId,
      warnings: ['name_cut'],
      attachments: { 'a.png': { mimeType: 'image/png', sizeBytes: 4, blobKey: 'k' } },
    }),
  ]);
  await bench.producer.send(createBatch);
  await bench.producer.send(
    batchOf(workspaceId, [
      update(run, {
        firstTokenTimeUs: run.traceStartUs + 500_000,
        tags: ['c'],
        metadata: { extra: 'z' },
        usage: { input_tokens: 10, output_tokens: 5, 'input_token_details.cache_read': 3 },
        costUsd: { input: 0.25, output: 0.5 },
        outputsPreview: 'out',
        outputsBytes: 13,
        error: 'boom',
      }),
    ]),
  );
  await drained(bench);
  const [row, ...others] = await runsOf(bench, workspaceId);
  assert.equal(others.length, 0);
  const at = (us: number) =>
    new Date(us / 1000)
      .toISOString()
      .replace('T', ' ')
      .replace('Z', String(us % 1000).padStart(3, '0'));
  const { version, ...rest } = row!;
  assert.ok(BigInt(version as string) > 1n << 60n);
  assert.deepEqual(rest, {
    workspace_id: workspaceId,
    project_id: run.projectId,
    trace_start: at(run.traceStartUs),
    trace_id: run.traceId,
    id: run.runId,
    start_time: at(run.traceStartUs),
    end_time: at(run.traceStartUs + 1_000_000),
    first_token_time: at(run.traceStartUs + 500_000),
    parent_run_id: parentRunId,
    dotted_order: `20260101T000000000000Z${run.runId}`,
    is_root: 1,
    run_type: 'llm',
    status: 'error',
    name: 'Ünïcode 🦊',
    error: 'boom',
    tags: ['a', 'b', 'c'],
    metadata: { user: 'u1', __proto__x: 'y', extra: 'z' },
    thread_id: 't1',
    model: 'gpt-4o',
    has_usage: 1,
    prompt_tokens: '10',
    completion_tokens: '5',
    total_tokens: '15',
    usage: { input_tokens: '10', output_tokens: '5', 'input_token_details.cache_read': '3' },
    has_cost: 1,
    prompt_cost: 0.25,
    completion_cost: 0.5,
    total_cost: 0.75,
    // The caller's cost counts; what we say stands beside it.
    cost_source: 'caller',
    price_entry: 'openai/gpt-4o',
    unpriced_reason: '',
    estimated_cost: 0.00007125,
    cost_parts: {},
    cost_details: JSON.stringify({
      from: null,
      parts: [
        ['input_fresh', 7, '2.5'],
        ['cache_read', 3, '1.25'],
        ['output_text', 5, '10'],
      ],
      asOf: '2026-11-23',
      marks: ['cache_assumed_inside_input'],
    }),
    inputs_preview: 'in',
    outputs_preview: 'out',
    inputs_bytes: 14,
    outputs_bytes: 13,
    reference_example_id: referenceExampleId,
    warnings: ['name_cut'],
    attachments: '{"a.png":{"mimeType":"image/png","sizeBytes":4,"blobKey":"k"}}',
    is_partial: 0,
    accepted_at: at(Number(createBatch.firstSequence >> 8n)),
    expires_at: '2149-06-06',
    is_deleted: 0,
  });
  assert.deepEqual(await payloadsOf(bench, workspaceId), [
    { id: run.runId, field: 'inputs', content: '{"question":1}' },
    { id: run.runId, field: 'outputs', content: '{"answer":42}' },
  ]);
});
