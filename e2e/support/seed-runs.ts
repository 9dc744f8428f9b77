import type { Stack } from '@runlight/testkit/default-stack';

/** What varies between the seeded traces; everything else is the same. */
export interface SeededTrace {
  name: string;
  /** Seconds before now at which it started. */
  secondsAgo: number;
  error?: string;
  threadId?: string;
  userId?: string;
  tags?: string[];
  metadata?: Record<string, unknown>;
  question?: string;
  answer?: string;
}

/** Sends traces of a root and one model call, over the batch endpoint, to `project`; returns the roots' ids. */
export async function seedTraces(
  stack: Stack,
  project: string,
  traces: readonly SeededTrace[],
): Promise<string[]> {
  const seeded = traces.map((trace) => runsOf(project, trace));
  for (let index = 0; index < seeded.length; index += 50) {
    const post = seeded.slice(index, index + 50).flat();
    const response = await fetch(`${stack.url}/runs/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': stack.apiKey },
      body: JSON.stringify({ post }),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  }
  return seeded.map(([root]) => root!.id);
}

function runsOf(project: string, trace: SeededTrace) {
  const startMs = Date.now() - trace.secondsAgo * 1000;
  const root = crypto.randomUUID();
  const call = crypto.randomUUID();
  const { question = 'Where is my order?', answer = 'On its way.' } = trace;
  const metadata = {
    ...trace.metadata,
    ...(trace.threadId === undefined ? {} : { thread_id: trace.threadId }),
    ...(trace.userId === undefined ? {} : { user_id: trace.userId }),
  };
  const shared = { trace_id: root, session_name: project };
  return [
    {
      ...shared,
      id: root,
      dotted_order: orderOf(startMs, root),
      name: trace.name,
      run_type: 'chain',
      start_time: new Date(startMs).toISOString(),
      end_time: new Date(startMs + 2000).toISOString(),
      inputs: { messages: [{ role: 'user', content: question }] },
      ...(trace.error === undefined
        ? { outputs: { messages: [{ role: 'assistant', content: answer }] } }
        : { error: trace.error }),
      tags: trace.tags ?? [],
      extra: { metadata },
    },
    {
      ...shared,
      id: call,
      parent_run_id: root,
      dotted_order: `${orderOf(startMs, root)}.${orderOf(startMs + 100, call)}`,
      name: 'call-model',
      run_type: 'llm',
      start_time: new Date(startMs + 100).toISOString(),
      end_time: new Date(startMs + 1500).toISOString(),
      inputs: { messages: [{ role: 'user', content: question }] },
      outputs: {
        usage_metadata: { input_tokens: 100, output_tokens: 20, total_tokens: 120 },
      },
      extra: { metadata: { ...metadata, ls_model_name: 'gpt-4o', ls_provider: 'openai' } },
    },
  ];
}

function orderOf(startMs: number, id: string): string {
  return `${new Date(startMs).toISOString().replaceAll(/[-:.]/g, '').replace('Z', '000Z')}${id}`;
}
