import { uuidv7 } from '@runlight/run-model';
import type { Random } from '../random.ts';

// W1 chat: 4 runs per trace, payloads of 1–4 KB each, create and update one second apart.

/** One run of a workload as its two operations, in the wire form of the SDKs. */
export interface WorkloadRun {
  id: string;
  create: { main: string; inputs: string; extra: string };
  update: { main: string; outputs: string };
}

const words =
  'model token answer context prompt window retrieval passage customer invoice refund ticket order ship delay policy region latency budget error retry agent planner memory vector score rank document chapter summary detail figure source'.split(
    ' ',
  );

/** About `bytes` of prose: hard to compress as real text is, never the same twice. */
export function prose(random: Random, bytes: number): string {
  const parts: string[] = [];
  let length = 0;
  while (length < bytes) {
    const word = random.next() < 0.08 ? random.between(100, 99_999).toString() : random.pick(words);
    parts.push(word);
    length += word.length + 1;
  }
  return parts.join(' ');
}

export const stamp = (ms: number) =>
  `${new Date(ms).toISOString().replaceAll(/[-:.]/g, '').replace('Z', '')}000Z`;

/** The four runs of one chat trace that starts at `startMs`. */
export function chatTrace(random: Random, project: string, startMs: number): WorkloadRun[] {
  const rootId = uuidv7(startMs);
  const rootOrder = `${stamp(startMs)}${rootId}`;
  const kinds = ['chain', 'llm', 'tool', 'llm'] as const;
  return kinds.map((runType, index) => {
    const id = index === 0 ? rootId : uuidv7(startMs + index);
    const start = startMs + index * 20;
    const order = index === 0 ? rootOrder : `${rootOrder}.${stamp(start)}${id}`;
    const identity = {
      id,
      trace_id: rootId,
      dotted_order: order,
      parent_run_id: index === 0 ? null : rootId,
      session_name: project,
    };
    const usage =
      runType === 'llm'
        ? `,"usage_metadata":{"input_tokens":${random.between(100, 4000)},"output_tokens":${random.between(10, 800)},"total_tokens":${random.between(110, 4800)}}`
        : '';
    return {
      id,
      create: {
        main: JSON.stringify({
          ...identity,
          name: ['chat', 'ChatOpenAI', 'lookup', 'ChatOpenAI'][index],
          run_type: runType,
          start_time: new Date(start).toISOString(),
          tags: ['bench'],
        }),
        inputs: `{"messages":[{"role":"user","content":${JSON.stringify(prose(random, random.between(900, 3200)))}}]}`,
        extra: `{"metadata":{"ls_provider":"openai","ls_model_name":"gpt-4o-mini","user":"u${random.between(1, 500)}","session_id":"t${random.between(1, 5000)}"},"runtime":{"sdk":"bench"}}`,
      },
      update: {
        main: JSON.stringify({ ...identity, end_time: new Date(start + 1000).toISOString() }),
        outputs: `{"role":"assistant","content":${JSON.stringify(prose(random, random.between(300, 1200)))}${usage}}`,
      },
    };
  });
}
