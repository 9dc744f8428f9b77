import { uuidv7 } from '@runlight/run-model';
import { prose, stamp } from './chat.ts';
import type { WorkloadRun } from './chat.ts';
import type { Random } from '../random.ts';

// R23: one trace of tens of thousands of runs, as a long-running agent makes them: loops of planning,
// model and tool calls, some nested in sub-agents, one run in a hundred failed.

interface Place {
  id: string;
  order: string;
  depth: number;
  startMs: number;
}

const kinds = ['chain', 'llm', 'tool', 'llm', 'retriever', 'chain', 'tool'] as const;
const names = {
  chain: ['plan', 'sub-agent', 'RunnableSequence', 'critique'],
  llm: ['ChatOpenAI', 'ChatAnthropic'],
  tool: ['search_web', 'read_file', 'run_tests', 'lookup_order'],
  retriever: ['VectorStoreRetriever'],
};
const deepest = 12;

/** The runs of one trace of `count` that started at `startMs`, parents before their children. */
export function bigTrace(
  random: Random,
  project: string,
  count: number,
  startMs: number,
): WorkloadRun[] {
  const rootId = uuidv7(startMs);
  const root: Place = { id: rootId, order: `${stamp(startMs)}${rootId}`, depth: 0, startMs };
  const runs = [runAt(random, { project, rootId, place: root, parent: undefined, count })];
  const open: Place[] = [root];
  for (let index = 1; index < count; index += 1) {
    const parent =
      random.next() < 0.02 ? root : open[Math.max(0, open.length - 1 - random.between(0, 3))]!;
    const start = startMs + index * 20;
    const id = uuidv7(start);
    const place: Place = {
      id,
      order: `${parent.order}.${stamp(start)}${id}`,
      depth: parent.depth + 1,
      startMs: start,
    };
    runs.push(runAt(random, { project, rootId, place, parent, count }));
    if (index % 3 === 0 && place.depth < deepest) open.push(place);
    if (open.length > 40) open.splice(1, 20);
  }
  return runs;
}

interface RunPlace {
  project: string;
  rootId: string;
  place: Place;
  parent: Place | undefined;
  count: number;
}

function runAt(random: Random, { project, rootId, place, parent, count }: RunPlace): WorkloadRun {
  const { id, startMs } = place;
  const runType = parent ? random.pick(kinds) : 'chain';
  const isModel = runType === 'llm';
  const identity = {
    id,
    trace_id: rootId,
    dotted_order: place.order,
    parent_run_id: parent?.id ?? null,
    session_name: project,
  };
  const endMs = parent ? startMs + random.between(15, 900) : startMs + count * 20 + 1000;
  const tokens = { input: random.between(100, 4000), output: random.between(10, 800) };
  const usage = isModel
    ? `,"usage_metadata":{"input_tokens":${tokens.input},"output_tokens":${tokens.output},"total_tokens":${tokens.input + tokens.output}}`
    : '';
  const error = parent && random.next() < 0.01 ? { error: 'TimeoutError: no answer in 30 s' } : {};
  return {
    id,
    create: {
      main: JSON.stringify({
        ...identity,
        name: parent ? random.pick(names[runType]) : 'long agent',
        run_type: runType,
        start_time: new Date(startMs).toISOString(),
      }),
      inputs: `{"messages":[{"role":"user","content":${JSON.stringify(prose(random, 300))}}]}`,
      extra: isModel ? '{"metadata":{"ls_provider":"openai","ls_model_name":"gpt-4o-mini"}}' : '{}',
    },
    update: {
      main: JSON.stringify({ ...identity, end_time: new Date(endMs).toISOString(), ...error }),
      outputs: `{"role":"assistant","content":${JSON.stringify(prose(random, 200))}${usage}}`,
    },
  };
}
