import assert from 'node:assert/strict';
import type { PayloadField } from '../run.ts';
import { readOperation } from './operation.ts';
import type { ReadOperation, WireOperation } from './operation.ts';
import type { Rejection } from './refusal.ts';

// Builders for tests of what comes over the wire.

export const id = '01900000-0000-7000-8000-000000000001';
export const parent = '01900000-0000-7000-8000-0000000000aa';
export const stamp = '20260102T030405678001Z';
export const startUs = Date.UTC(2026, 0, 2, 3, 4, 5, 678) * 1000 + 1;
export const nowUs = startUs + 60_000_000;
export const root = {
  id,
  trace_id: id,
  dotted_order: stamp + id,
  name: 'agent',
  run_type: 'llm',
  start_time: '2026-01-02T03:04:05.678001Z',
};

export type Part = Partial<Record<PayloadField, string | Buffer>>;

export function wire(
  main: object | string | Buffer,
  parts: Part = {},
  kind: WireOperation['kind'] = 'create',
) {
  const text = typeof main === 'string' || Buffer.isBuffer(main) ? main : JSON.stringify(main);
  return {
    kind,
    part: 'run',
    main: Buffer.from(text as string),
    parts: Object.entries(parts).map(([field, bytes]) => ({
      field: field as PayloadField,
      part: `run.${field}`,
      bytes: Buffer.from(bytes as string),
    })),
  };
}

export function accepted(operation: WireOperation, mayMakeId = false): ReadOperation {
  const result = readOperation(operation, { nowUs, mayMakeId });
  assert.ok('read' in result, `rejected: ${JSON.stringify(result)}`);
  return result.read;
}

export function rejected(operation: WireOperation): Rejection {
  const result = readOperation(operation, { nowUs });
  assert.ok('rejection' in result, 'accepted');
  return result.rejection;
}

export const envelopeOf = (
  main: object | string,
  parts: Part = {},
  kind: WireOperation['kind'] = 'create',
) => accepted(wire(main, parts, kind)).operation.envelope;
