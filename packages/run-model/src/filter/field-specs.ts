import type {
  EnumField,
  FreeTextField,
  IdField,
  NumberField,
  RecordKind,
  TimeField,
} from './filter.ts';

/** What a name of either language stands for. */
export type FieldTarget =
  | { type: 'text'; field: FreeTextField }
  | { type: 'enum'; field: EnumField }
  | { type: 'number' | 'duration'; field: NumberField }
  | { type: 'time'; field: TimeField }
  | { type: 'id'; field: IdField }
  | { type: 'boolean' };

export interface FieldSpec {
  /** In the filter bar. */
  name: string;
  /** In the filter language of the SDKs. */
  wireName: string;
  target: FieldTarget;
  description: string;
}

type Row = readonly [string, string, FieldTarget, string];
const text = (field: FreeTextField): FieldTarget => ({ type: 'text', field });
const enumeration = (field: EnumField): FieldTarget => ({ type: 'enum', field });
const number = (field: NumberField): FieldTarget => ({ type: 'number', field });
const duration = (field: NumberField): FieldTarget => ({ type: 'duration', field });
const time = (field: TimeField): FieldTarget => ({ type: 'time', field });
const id = (field: IdField): FieldTarget => ({ type: 'id', field });

const rows: readonly Row[] = [
  ['status', 'status', enumeration('status'), 'How the run stands'],
  ['type', 'run_type', enumeration('runType'), 'What the step does'],
  ['name', 'name', text('name'), 'What the run is called'],
  ['error', 'error', text('error'), 'Error text'],
  ['model', 'model', text('model'), 'Model name'],
  ['tag', 'tags', text('tag'), 'Has this label'],
  ['thread', 'thread_id', text('threadId'), 'Conversation'],
  ['user', 'user_id', text('userId'), 'User, as the metadata name it'],
  ['root', 'is_root', { type: 'boolean' }, 'The first run of its trace'],
  ['latency', 'latency', duration('latencyMs'), 'From start to end'],
  ['first_token', 'first_token_latency', duration('firstTokenMs'), 'From start to the first token'],
  ['tokens', 'total_tokens', number('totalTokens'), 'Tokens the run itself reports'],
  ['prompt_tokens', 'prompt_tokens', number('promptTokens'), 'Tokens read'],
  ['completion_tokens', 'completion_tokens', number('completionTokens'), 'Tokens written'],
  ['cost', 'total_cost', number('totalCostUsd'), 'Cost in US dollars'],
  ['prompt_cost', 'prompt_cost', number('promptCostUsd'), 'Cost of what was read, US dollars'],
  [
    'completion_cost',
    'completion_cost',
    number('completionCostUsd'),
    'Cost of what was written, US dollars',
  ],
  ['started', 'start_time', time('startedAt'), 'When the run started'],
  ['ended', 'end_time', time('endedAt'), 'When the run ended'],
  ['inputs', 'inputs', text('inputText'), 'JSON of the inputs as text'],
  ['outputs', 'outputs', text('outputText'), 'JSON of the outputs as text'],
  ['id', 'id', id('id'), 'UUID of the run'],
  ['trace_id', 'trace_id', id('traceId'), 'UUID of its trace'],
  ['parent_id', 'parent_run_id', id('parentId'), 'UUID of the run above'],
  ['project_id', 'session_id', id('projectId'), 'UUID of the project'],
  ['example_id', 'reference_example_id', id('referenceExampleId'), 'UUID of the dataset example'],
];

export const fieldSpecs: readonly FieldSpec[] = rows.map(
  ([name, wireName, target, description]) => ({ name, wireName, target, description }),
);

export const specByName = new Map(fieldSpecs.map((spec) => [spec.name, spec]));
export const specByWireName = new Map(fieldSpecs.map((spec) => [spec.wireName, spec]));

/** By the field of the tree; `isRoot` for the boolean one. */
export const specByField = new Map(
  fieldSpecs.map((spec) => [spec.target.type === 'boolean' ? 'isRoot' : spec.target.field, spec]),
);

/** Parts of records in the language of the SDKs: `metadata_key`, `feedback_score`. */
export const wirePrefixes: Readonly<Record<RecordKind, string>> = {
  metadata: 'metadata',
  inputs: 'input',
  outputs: 'output',
  feedback: 'feedback',
};

export const partsOf = (of: RecordKind) =>
  of === 'feedback'
    ? (['key', 'score', 'value', 'comment', 'source'] as const)
    : (['key', 'value'] as const);
