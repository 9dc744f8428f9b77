import { formatSegment, uuidv7 } from '@runlight/run-model';

/** A root run in wire form, just started. */
export function rootRun(fields: object = {}): { id: string } & Record<string, unknown> {
  const id = uuidv7();
  const startMs = Date.now();
  return {
    id,
    trace_id: id,
    dotted_order: formatSegment(startMs * 1000, id),
    name: 'agent',
    run_type: 'chain',
    start_time: new Date(startMs).toISOString(),
    session_name: 'demo',
    ...fields,
  };
}
