import { uuidv7 } from '@runlight/run-model';
import type { Stack } from '@runlight/testkit/default-stack';

/** A run of a made-up trace; times are milliseconds after the start of the trace. */
export interface SentRun {
  /** What children call it; its name, when it is the only one of that name. */
  key?: string;
  name: string;
  /** Key of its parent; the first run is the root. */
  parent?: string;
  type?: string;
  fromMs: number;
  /** Absent: its end never arrives. */
  toMs?: number;
  inputs?: unknown;
  outputs?: unknown;
  error?: string;
  tags?: string[];
  metadata?: Record<string, unknown>;
}

const perRequest = 500;

/** Sends whole runs that began `ageMs` ago; returns their ids by key. */
export async function sendRuns(
  stack: Stack,
  project: string,
  runs: readonly SentRun[],
  ageMs = 60_000,
): Promise<Map<string, string>> {
  const startMs = Date.now() - ageMs;
  const places = new Map<string, { id: string; order: string }>();
  const posts = runs.map((run) => {
    const fromMs = startMs + run.fromMs;
    const id = uuidv7(fromMs);
    const above = run.parent === undefined ? undefined : places.get(run.parent);
    const own = `${stamp(fromMs)}${id}`;
    const order = above ? `${above.order}.${own}` : own;
    places.set(run.key ?? run.name, { id, order });
    return {
      id,
      trace_id: order.slice(order.indexOf('Z') + 1).split('.')[0],
      dotted_order: order,
      parent_run_id: above?.id,
      session_name: project,
      name: run.name,
      run_type: run.type ?? 'chain',
      start_time: new Date(fromMs).toISOString(),
      ...(run.toMs === undefined ? {} : { end_time: new Date(startMs + run.toMs).toISOString() }),
      inputs: run.inputs ?? {},
      outputs: run.outputs,
      error: run.error,
      tags: run.tags,
      extra: { metadata: run.metadata ?? {} },
    };
  });
  for (let from = 0; from < posts.length; from += perRequest) {
    const response = await fetch(`${stack.url}/runs/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': stack.apiKey },
      body: JSON.stringify({ post: posts.slice(from, from + perRequest), patch: [] }),
    });
    const text = await response.text();
    if (response.status !== 202) throw new Error(`Answered ${response.status}: ${text}`);
  }
  return new Map([...places].map(([key, { id }]) => [key, id]));
}

function stamp(ms: number): string {
  return `${new Date(ms).toISOString().replaceAll(/[-:.]/g, '').replace('Z', '')}000Z`;
}
