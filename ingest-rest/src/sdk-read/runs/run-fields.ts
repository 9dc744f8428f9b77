import type { RawJson } from '../json-text.ts';
import { number, seconds, tokenDetails } from '../read-values.ts';
import { feedbackStats } from '../feedback/feedback-stats.ts';
import type { GraphRun, PayloadName } from './graph-run.ts';

/** What is known beside the run itself while it is put into words of the protocol. */
export interface RunWords {
  /** The caller's workspace; undefined for whoever came by a public link. */
  tenantId: string | undefined;
  payload: (run: GraphRun, name: PayloadName) => RawJson | null;
}

/** A key of an answer: what it needs of the graph, and its value. */
export interface RunField {
  needs: string;
  read: (run: GraphRun, words: RunWords) => unknown;
}

export type RunFields = Record<string, RunField>;

const field = (needs: string, read: RunField['read']): RunField => ({ needs, read });
const always = (value: unknown): RunField => field('', () => value);

const payload = (name: PayloadName): RunField =>
  field(payloadSelection(name), (run, words) => words.payload(run, name));

function payloadSelection(name: PayloadName): string {
  return `${name}: payload(field: ${name.toUpperCase()}) { text isTruncated url }`;
}

const tokens = 'totalTokens promptTokens completionTokens';
const cost = 'totalCostUsd cost { promptUsd completionUsd }';
const summary = 'feedbackSummary { key count average min max stdev errorCount values }';
const appPathNeeds = 'project { uuid } startedAt';

/** Keys that both generations name alike. */
const shared: RunFields = {
  id: field('', ({ uuid }) => uuid),
  trace_id: field('', ({ traceUuid }) => traceUuid),
  name: field('name', ({ name }) => name),
  start_time: field('startedAt', ({ startedAt }) => startedAt),
  end_time: field('endedAt', ({ endedAt }) => endedAt ?? null),
  first_token_time: field('firstTokenAt', ({ firstTokenAt }) => firstTokenAt ?? null),
  last_queued_at: always(null),
  error: field('errorFull', ({ errorFull }) => errorFull ?? null),
  inputs: payload('inputs'),
  outputs: payload('outputs'),
  extra: payload('extra'),
  inputs_preview: field('inputPreview', ({ inputPreview }) => inputPreview),
  outputs_preview: field('outputPreview', ({ outputPreview }) => outputPreview),
  parent_run_ids: field('ancestorUuids', ({ ancestorUuids }) => ancestorUuids ?? []),
  thread_id: field('threadId', ({ threadId }) => threadId ?? null),
  dotted_order: field('dottedOrder', ({ dottedOrder }) => dottedOrder),
  reference_example_id: field('referenceExampleUuid', (run) => run.referenceExampleUuid ?? null),
  reference_dataset_id: always(null),
  price_model_id: always(null),
  tags: field('tags', ({ tags }) => tags ?? []),
  total_tokens: field(tokens, ({ totalTokens }) => totalTokens ?? null),
  prompt_tokens: field(tokens, ({ promptTokens }) => promptTokens ?? null),
  completion_tokens: field(tokens, ({ completionTokens }) => completionTokens ?? null),
  feedback_stats: field(summary, ({ feedbackSummary }) => feedbackStats(feedbackSummary ?? [])),
  app_path: field(appPathNeeds, appPath),
};

/** Keys of the classic run object (langsmith-protocol §4.4). */
export const classicFields: RunFields = {
  ...shared,
  session_id: field('project { uuid }', ({ project }) => project?.uuid ?? null),
  // An explicit null on roots: the Python SDK builds the tree by it.
  parent_run_id: field('parentUuid', ({ parentUuid }) => parentUuid ?? null),
  child_run_ids: always(null),
  direct_child_run_ids: always(null),
  run_type: field('runType', ({ runType }) => runType?.toLowerCase()),
  status: field('status', ({ status }) => status?.toLowerCase()),
  inserted_at: field('insertedAt', ({ insertedAt }) => insertedAt),
  events: payload('events'),
  serialized: payload('serialized'),
  s3_urls: field('attachments { name mimeType url }', attachmentUrls),
  // Decimal text: a number of JSON would round it.
  total_cost: field(cost, ({ totalCostUsd }) => totalCostUsd ?? null),
  prompt_cost: field(cost, (run) => run.cost?.promptUsd ?? null),
  completion_cost: field(cost, (run) => run.cost?.completionUsd ?? null),
  prompt_token_details: field('tokenDetails', (run) => tokenDetails(run.tokenDetails, 'input')),
  completion_token_details: field('tokenDetails', (run) =>
    tokenDetails(run.tokenDetails, 'output'),
  ),
  in_dataset: always(null),
  share_token: field('shareToken', ({ shareToken }) => shareToken ?? null),
  manifest_id: always(null),
  manifest_s3_id: always(null),
  execution_order: field('isRoot', ({ isRoot }) => (isRoot ? 1 : null)),
  trace_tier: always('longlived'),
  trace_upgrade: always(false),
  ttl_seconds: always(null),
};

/** What every classic answer has, selected or not: typed clients require it. */
export const classicRequired = [
  'id',
  'name',
  'run_type',
  'start_time',
  'session_id',
  'status',
  'trace_id',
  'dotted_order',
  'app_path',
  'parent_run_id',
];

/** Keys of the run object of the second generation (§4.7): values in capitals, costs as numbers. */
export const modernFields: RunFields = {
  ...shared,
  project_id: field('project { uuid }', ({ project }) => project?.uuid ?? null),
  run_type: field('runType', ({ runType }) => runType),
  status: field('status', ({ status }) => status),
  latency_seconds: field('latencyMs', ({ latencyMs }) => seconds(latencyMs)),
  error_preview: field('error', ({ error }) => error ?? null),
  metadata: field('metadata', ({ metadata }) => metadata ?? {}),
  events: payload('events'),
  manifest: payload('serialized'),
  is_root: field('isRoot', ({ isRoot }) => isRoot),
  total_cost: field(cost, ({ totalCostUsd }) => number(totalCostUsd)),
  prompt_cost: field(cost, (run) => number(run.cost?.promptUsd)),
  completion_cost: field(cost, (run) => number(run.cost?.completionUsd)),
  prompt_token_details: field('tokenDetails', (run) => ({
    raw: tokenDetails(run.tokenDetails, 'input'),
  })),
  completion_token_details: field('tokenDetails', (run) => ({
    raw: tokenDetails(run.tokenDetails, 'output'),
  })),
  attachments: field('attachments { name mimeType url }', ({ attachments = [] }) =>
    Object.fromEntries(attachments.map(({ name, url }) => [name, url])),
  ),
  is_in_dataset: always(false),
  share_url: field('shareToken', ({ shareToken }) => (shareToken ? `/s/${shareToken}` : null)),
  ls_user_id: field('metadata', ({ metadata }) => metadata?.['ls_user_id'] ?? null),
};

/** The selection of the graph that the fields need. */
export function selectionOf(fields: readonly RunField[]): string {
  return ['uuid traceUuid', ...new Set(fields.map(({ needs }) => needs))].join(' ');
}

export function describeRun(
  fields: Readonly<RunFields>,
  run: GraphRun,
  words: RunWords,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, { read }]) => [key, read(run, words)]),
  );
}

function appPath({ uuid, traceUuid, startedAt, project }: GraphRun, { tenantId }: RunWords) {
  const place = `/o/${tenantId ?? '-'}/projects/p/${project?.uuid ?? '-'}/r/${uuid}`;
  return `${place}?trace_id=${traceUuid}&start_time=${encodeURIComponent(startedAt ?? '')}`;
}

/** Only paths: clients resolve them against the endpoint they know. */
function attachmentUrls({ attachments = [] }: GraphRun): object {
  return Object.fromEntries(
    attachments.map(({ name, mimeType, url }) => [
      `attachment.${name}`,
      { presigned_url: url, s3_url: url, mime_type: mimeType },
    ]),
  );
}
