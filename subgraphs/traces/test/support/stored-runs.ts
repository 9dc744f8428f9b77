import { formatSegment, uuidv7, formatInstant } from '@runlight/run-model';
import type { Attachment, PayloadField, RunKey, RunStatus, RunType } from '@runlight/run-model';

/** A run to put into the store; what is absent is made up. */
export interface StoredRun {
  key: RunKey;
  parentRunId?: string;
  name?: string;
  runType?: RunType;
  status?: RunStatus;
  isPartial?: boolean;
  startTimeUs?: number;
  endTimeUs?: number;
  firstTokenTimeUs?: number;
  dottedOrder?: string;
  error?: string;
  threadId?: string;
  model?: string;
  tags?: string[];
  metadata?: Record<string, string>;
  usage?: { prompt: number; completion: number; total: number };
  /** By the names of LangSmith's usage_metadata. */
  usageDetails?: Record<string, number>;
  costUsd?: number;
  /** Where the cost comes from, in the columns of the store. */
  price?: Partial<
    Record<
      'cost_source' | 'price_entry' | 'unpriced_reason' | 'estimated_cost' | 'cost_details',
      string | number
    >
  >;
  inputsPreview?: string;
  outputsPreview?: string;
  referenceExampleId?: string;
  acceptedAtUs?: number;
  version?: number;
  isDeleted?: boolean;
  attachments?: Record<string, Attachment>;
  /** Fields whose whole text lies in the object store; `payloads` has their beginning. */
  blobs?: Partial<Record<PayloadField, { key: string; sizeBytes: number }>>;
  /** JSON text by field. */
  payloads?: Partial<Record<PayloadField, string>>;
}

/** The key of a new root run that starts then. */
export function rootKey(workspaceId: string, projectId: string, startUs: number): RunKey {
  const runId = uuidv7(Math.floor(startUs / 1000));
  return { workspaceId, projectId, traceStartUs: startUs, traceId: runId, runId };
}

/** A run below another one. */
export function childOf(parent: StoredRun, run: Partial<StoredRun> = {}): StoredRun {
  const startTimeUs = run.startTimeUs ?? (parent.startTimeUs ?? parent.key.traceStartUs) + 1000;
  const key = { ...parent.key, runId: uuidv7(Math.floor(startTimeUs / 1000)), ...run.key };
  return {
    parentRunId: parent.key.runId,
    dottedOrder: `${dottedOrderOf(parent)}.${formatSegment(startTimeUs, key.runId)}`,
    startTimeUs,
    ...run,
    key,
  };
}

export const dottedOrderOf = ({ key, dottedOrder, startTimeUs }: StoredRun): string =>
  dottedOrder ?? formatSegment(startTimeUs ?? key.traceStartUs, key.runId);

/** Writes runs and their payloads as the worker does, by other means. */
export async function storeRuns(clickhouseUrl: string, runs: readonly StoredRun[]): Promise<void> {
  await insert(clickhouseUrl, 'runs', runs.map(runRow));
  await insert(clickhouseUrl, 'run_payloads', runs.flatMap(payloadRows));
}

/** Feedback to put into the store; what is absent is made up. */
export interface StoredFeedback {
  workspaceId: string;
  /** Absent for a thread or a project. */
  runId?: string;
  traceId?: string;
  projectId?: string;
  threadId?: string;
  userId?: string;
  comparativeExperimentId?: string;
  id?: string;
  key: string;
  score?: number;
  value?: string;
  comment?: string;
  correction?: string;
  sourceType?: string;
  sourceMetadata?: string;
  isError?: boolean;
  createdAtUs?: number;
  version?: number | bigint;
  isDeleted?: boolean;
}

export async function storeFeedback(
  clickhouseUrl: string,
  feedback: readonly StoredFeedback[],
): Promise<void> {
  await insert(clickhouseUrl, 'feedback', feedback.map(feedbackRow));
}

function feedbackRow(feedback: StoredFeedback) {
  const {
    workspaceId,
    runId,
    traceId,
    projectId,
    userId,
    score,
    createdAtUs = Date.now() * 1000,
  } = feedback;
  return {
    workspace_id: workspaceId,
    ...(runId !== undefined && { run_id: runId }),
    ...(traceId !== undefined && { trace_id: traceId }),
    ...(projectId !== undefined && { project_id: projectId }),
    ...(userId !== undefined && { user_id: userId }),
    ...(feedback.comparativeExperimentId !== undefined && {
      comparative_experiment_id: feedback.comparativeExperimentId,
    }),
    thread_id: feedback.threadId ?? '',
    id: feedback.id ?? uuidv7(),
    key: feedback.key,
    has_score: score === undefined ? 0 : 1,
    score: score ?? 0,
    value: feedback.value ?? '',
    comment: feedback.comment ?? '',
    correction: feedback.correction ?? '',
    source_type: feedback.sourceType ?? '',
    source_metadata: feedback.sourceMetadata ?? '',
    is_error: feedback.isError ? 1 : 0,
    created_at: time(createdAtUs),
    modified_at: time(createdAtUs),
    version: String(feedback.version ?? 1),
    is_deleted: feedback.isDeleted ? 1 : 0,
  };
}

const time = (us: number | undefined): string =>
  us === undefined ? '1970-01-01 00:00:00' : formatInstant(us).replace('T', ' ').replace('Z', '');

function keyColumns({ workspaceId, projectId, traceStartUs, traceId, runId }: RunKey) {
  return {
    workspace_id: workspaceId,
    project_id: projectId,
    trace_start: time(traceStartUs),
    trace_id: traceId,
    id: runId,
  };
}

function runRow(run: StoredRun) {
  const { key, usage, endTimeUs, error = '' } = run;
  const startTimeUs = run.startTimeUs ?? key.traceStartUs;
  const ended = error ? 'error' : 'success';
  return {
    ...keyColumns(key),
    start_time: time(startTimeUs),
    end_time: time(endTimeUs),
    first_token_time: time(run.firstTokenTimeUs),
    ...(run.parentRunId !== undefined && { parent_run_id: run.parentRunId }),
    dotted_order: dottedOrderOf(run),
    is_root: run.parentRunId === undefined ? 1 : 0,
    run_type: run.runType ?? 'chain',
    status: run.status ?? (endTimeUs === undefined && !error ? 'pending' : ended),
    name: run.name ?? 'step',
    error,
    tags: run.tags ?? [],
    metadata: run.metadata ?? {},
    thread_id: run.threadId ?? '',
    model: run.model ?? '',
    has_usage: usage ? 1 : 0,
    prompt_tokens: usage?.prompt ?? 0,
    completion_tokens: usage?.completion ?? 0,
    total_tokens: usage?.total ?? 0,
    usage: run.usageDetails ?? {},
    has_cost: run.costUsd === undefined ? 0 : 1,
    ...run.price,
    total_cost: run.costUsd ?? 0,
    inputs_preview: run.inputsPreview ?? '',
    outputs_preview: run.outputsPreview ?? '',
    inputs_bytes: Buffer.byteLength(run.payloads?.inputs ?? ''),
    outputs_bytes: Buffer.byteLength(run.payloads?.outputs ?? ''),
    attachments: run.attachments ? JSON.stringify(run.attachments) : '',
    ...(run.referenceExampleId !== undefined && { reference_example_id: run.referenceExampleId }),
    ...(run.acceptedAtUs !== undefined && { accepted_at: time(run.acceptedAtUs) }),
    is_partial: run.isPartial ? 1 : 0,
    version: run.version ?? 1,
    is_deleted: run.isDeleted ? 1 : 0,
  };
}

function payloadRows({ key, payloads = {}, blobs = {}, version = 1 }: StoredRun) {
  return Object.entries(payloads).map(([field, content]) => ({
    ...keyColumns(key),
    field,
    content,
    content_bytes: blobs[field as PayloadField]?.sizeBytes ?? Buffer.byteLength(content),
    blob_key: blobs[field as PayloadField]?.key ?? '',
    version,
  }));
}

async function insert(clickhouseUrl: string, table: string, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  const { origin, username, password, pathname } = new URL(clickhouseUrl);
  const query = `INSERT INTO ${table} FORMAT JSONEachRow`;
  const response = await fetch(
    `${origin}/?database=${pathname.slice(1)}&query=${encodeURIComponent(query)}`,
    {
      method: 'POST',
      headers: {
        'x-clickhouse-user': username || 'default',
        'x-clickhouse-key': decodeURIComponent(password),
      },
      body: rows.map((row) => JSON.stringify(row)).join('\n'),
    },
  );
  if (!response.ok) throw new Error(`Insert failed: ${await response.text()}`);
}
