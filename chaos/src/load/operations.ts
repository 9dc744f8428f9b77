import type { Random } from '@runlight/bench/src/random.ts';
import { formatSegment, uuidv7 } from '@runlight/run-model';
import { lastStep } from './book.ts';
import type { FeedbackRecord, RunRecord } from './book.ts';

/** An operation of a run as its SDK would send it, payload fields apart. */
export interface RunPart {
  record: RunRecord;
  step: number;
  kind: 'post' | 'patch';
  main: Record<string, unknown>;
  fields: Record<string, unknown>;
}

export interface NewRunOptions {
  random: Random;
  workspaceId: string;
  project: string;
  parent: RunRecord | undefined;
  isPoison: boolean;
}

/** A run that was not sent yet: usually create, update, end; sometimes an update comes first (D5). */
export function newRun(options: NewRunOptions): RunRecord {
  const { random, workspaceId, project, parent, isPoison } = options;
  const startMs = Date.now();
  const id = uuidv7(startMs);
  const segment = formatSegment(startMs * 1000, id);
  const orders = [
    [0, 1, 2],
    [0, 1, 2],
    [0, 2],
    [2, 0],
    [1, 0, 2],
  ];
  return {
    id,
    workspaceId,
    project,
    startMs,
    traceId: parent?.traceId ?? id,
    dottedOrder: parent ? `${parent.dottedOrder}.${segment}` : segment,
    toSend: isPoison ? [0] : [...random.pick(orders)],
    accepted: new Set(),
    unknown: new Set(),
    tokens: { input: random.between(1, 5000), output: random.between(1, 2000) },
    isPoison,
  };
}

/** What a run says at a step. `metadata.step` and `outputs.step` tell afterwards which was stored. */
export function runPart(record: RunRecord, step: number, padding: string): RunPart {
  const { id, traceId, dottedOrder, project, startMs, tokens, isPoison } = record;
  const base = {
    id,
    trace_id: traceId,
    dotted_order: dottedOrder,
    session_name: project,
    extra: { metadata: { step: String(step) } },
  };
  if (step === 0) {
    const name = isPoison ? poisonName : 'a run of the chaos run';
    const main = { ...base, name, run_type: 'llm', start_time: new Date(startMs).toISOString() };
    return { record, step, kind: 'post', main, fields: { inputs: { question: padding } } };
  }
  const isEnd = step === lastStep;
  const total = tokens.input + tokens.output;
  const usage = { input_tokens: tokens.input, output_tokens: tokens.output, total_tokens: total };
  return {
    record,
    step,
    kind: 'patch',
    main: isEnd ? { ...base, end_time: new Date(startMs + 1500).toISOString() } : base,
    fields: { outputs: { step, answer: padding, ...(isEnd ? { usage_metadata: usage } : {}) } },
  };
}

/** The store is told to refuse rows with this in them. */
export const poisonName = 'poison pill of the chaos run';

export function newFeedback(run: RunRecord, random: Random): FeedbackRecord {
  return {
    id: uuidv7(),
    workspaceId: run.workspaceId,
    runId: run.id,
    score: random.between(0, 1000) / 1000,
    isAccepted: false,
  };
}
