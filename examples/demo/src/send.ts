import { type Client, RunTree } from 'langsmith';

/** Token counts as SDKs report them in `outputs.usage_metadata`. */
export interface Usage {
  input: number;
  output: number;
  cacheRead?: number;
  reasoning?: number;
}

/** One run of a made-up trace; times are milliseconds after the start of the trace. */
export interface Step {
  name: string;
  type?: 'chain' | 'llm' | 'tool' | 'retriever' | 'embedding' | 'prompt' | 'parser';
  startMs: number;
  /** Absent: the run never ends. */
  endMs?: number;
  inputs: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  error?: string;
  model?: string;
  provider?: string;
  usage?: Usage;
  /** When the first token came, for streamed answers. */
  firstTokenMs?: number;
  tags?: string[];
  metadata?: Record<string, unknown>;
  children?: Step[];
}

/** Sends a trace that started at `startedAtMs` (epoch); returns the id of its root. */
export async function sendTrace(
  client: Client,
  project: string,
  startedAtMs: number,
  root: Step,
): Promise<string> {
  const tree = new RunTree({ ...runConfig(startedAtMs, root), client, project_name: project });
  await sendRun(tree, startedAtMs, root);
  return tree.id;
}

async function sendRun(tree: RunTree, startedAtMs: number, step: Step): Promise<void> {
  await tree.postRun();
  for (const child of step.children ?? []) {
    await sendRun(tree.createChild(runConfig(startedAtMs, child)), startedAtMs, child);
  }
  if (step.endMs === undefined) return;
  if (step.firstTokenMs !== undefined) {
    tree.addEvent({
      name: 'new_token',
      time: new Date(startedAtMs + step.firstTokenMs).toISOString(),
    });
  }
  await tree.end(outputsOf(step), step.error, startedAtMs + step.endMs);
  await tree.patchRun();
}

function runConfig(startedAtMs: number, step: Step) {
  const metadata = {
    ...step.metadata,
    ...(step.model ? { ls_model_name: step.model, ls_provider: step.provider ?? 'openai' } : {}),
  };
  return {
    name: step.name,
    run_type: step.type ?? 'chain',
    start_time: startedAtMs + step.startMs,
    inputs: step.inputs,
    tags: step.tags ?? [],
    extra: { metadata },
  };
}

function outputsOf(step: Step): Record<string, unknown> | undefined {
  if (!step.outputs || !step.usage) return step.outputs;
  const { input, output, cacheRead, reasoning } = step.usage;
  return {
    ...step.outputs,
    usage_metadata: {
      input_tokens: input,
      output_tokens: output,
      total_tokens: input + output,
      ...(cacheRead === undefined ? {} : { input_token_details: { cache_read: cacheRead } }),
      ...(reasoning === undefined ? {} : { output_token_details: { reasoning } }),
    },
  };
}
