import { uuidv7 } from '@runlight/run-model';
import { prose, stamp } from './chat.ts';
import type { WorkloadRun } from './chat.ts';
import type { Random } from '../random.ts';

// W2 agent: 100 runs per trace, each call with the whole history so far, 5–200 KB.

const runsPerTrace = 100;
const bytesPerTurn = 2000;

/** The runs of one agent's trace that starts at `startMs`: a root with alternating model and tool calls. */
export function agentTrace(random: Random, project: string, startMs: number): WorkloadRun[] {
  const rootId = uuidv7(startMs);
  const rootOrder = `${stamp(startMs)}${rootId}`;
  const history: string[] = [];
  return Array.from({ length: runsPerTrace }, (_, index) => {
    const id = index === 0 ? rootId : uuidv7(startMs + index);
    const start = startMs + index * 50;
    history.push(
      `{"role":"${index % 2 === 0 ? 'user' : 'assistant'}","content":${JSON.stringify(prose(random, bytesPerTurn))}}`,
    );
    const isModel = index % 2 === 1;
    const identity = {
      id,
      trace_id: rootId,
      dotted_order: index === 0 ? rootOrder : `${rootOrder}.${stamp(start)}${id}`,
      parent_run_id: index === 0 ? null : rootId,
      session_name: project,
    };
    const usage = isModel
      ? `,"usage_metadata":{"input_tokens":${index * 500},"output_tokens":${random.between(10, 800)},"total_tokens":${index * 500 + 800}}`
      : '';
    return {
      id,
      create: {
        main: JSON.stringify({
          ...identity,
          name: isModel ? 'ChatOpenAI' : 'tool',
          run_type: isModel ? 'llm' : 'tool',
          start_time: new Date(start).toISOString(),
        }),
        inputs: `{"messages":[${history.slice(isModel ? 0 : -3).join(',')}]}`,
        extra: '{"metadata":{"ls_provider":"openai","ls_model_name":"gpt-4o"}}',
      },
      update: {
        main: JSON.stringify({ ...identity, end_time: new Date(start + 1000).toISOString() }),
        outputs: `{"role":"assistant","content":${JSON.stringify(prose(random, 600))}${usage}}`,
      },
    };
  });
}
