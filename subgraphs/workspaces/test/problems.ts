import { randomUUID } from 'node:crypto';
import { scopedGlobalId } from '@runlight/graphql';
import type { Tables } from '@runlight/postgres';
import { encodeBatch } from '@runlight/queue';
import { uuidv7 } from '@runlight/run-model';
import type { PayloadField, RunEnvelope } from '@runlight/run-model';
import type { Kysely } from 'kysely';

type Place = { workspaceId: string };

export interface LetterFields {
  reason?: string;
  detail?: string;
  keyId?: string | null;
  sdk?: string;
  lastAt?: Date;
  envelope?: RunEnvelope;
  payloads?: Partial<Record<PayloadField, string>>;
  /** What is kept instead of the operation. */
  bytes?: Buffer;
}

/** A dead letter as the worker writes it. */
export async function buryLetter(
  db: Kysely<Tables>,
  { workspaceId }: Place,
  {
    reason = 'refused',
    detail = 'Cannot parse input',
    keyId = randomUUID(),
    sdk = 'langsmith-py/0.4.1',
    lastAt = new Date(),
    envelope = { name: 'agent' },
    payloads = { inputs: '{"question":1}' },
    bytes,
  }: LetterFields = {},
) {
  const ids = { uuid: randomUUID(), runUuid: uuidv7(), batchUuid: uuidv7() };
  const operation =
    bytes ??
    encodeBatch({
      batchId: ids.batchUuid,
      workspaceId,
      keyId: keyId ?? randomUUID(),
      acceptedAtMs: lastAt.getTime(),
      firstSequence: 7n,
      operations: [
        {
          kind: 'create',
          runId: ids.runUuid,
          traceId: ids.runUuid,
          envelope,
          payloads: Object.entries(payloads).map(([field, json]) => ({
            field: field as PayloadField,
            bytes: Buffer.from(json),
          })),
        },
      ],
    });
  await db
    .insertInto('ingest_dead_letter')
    .values({
      id: ids.uuid,
      batch_id: ids.batchUuid,
      workspace_id: workspaceId,
      run_id: ids.runUuid,
      reason,
      detail,
      operation,
      attempts: 5,
      first_attempt_at: new Date(lastAt.getTime() - 60_000),
      last_attempt_at: lastAt,
      key_id: keyId,
      sdk,
      replay_requested_at: null,
      replay_requested_by: null,
    })
    .execute();
  return { ...ids, id: scopedGlobalId('IngestProblem', workspaceId, ids.uuid) };
}

export interface RejectionFields {
  code?: string;
  reason?: string;
  keyId?: string;
  sdk?: string;
  lastAt?: Date;
  occurrences?: number;
  sample?: string | Buffer;
}

/** A refusal as ingest records it. */
export async function recordRejection(
  db: Kysely<Tables>,
  { workspaceId }: Place,
  {
    code = 'invalid',
    reason = 'start_time is not a time',
    keyId = randomUUID(),
    sdk = 'langsmith-js/0.3.67',
    lastAt = new Date(),
    occurrences = 3,
    sample = '{"start_time":"soon"}',
  }: RejectionFields = {},
) {
  const ids = { uuid: randomUUID(), runUuid: uuidv7() };
  await db
    .insertInto('ingest_rejection')
    .values({
      id: ids.uuid,
      workspace_id: workspaceId,
      key_id: keyId,
      sdk,
      code,
      reason,
      occurrences,
      run_id: ids.runUuid,
      part: `post.${ids.runUuid}`,
      sample: Buffer.from(sample as string),
      first_at: new Date(lastAt.getTime() - 60_000),
      last_at: lastAt,
    })
    .execute();
  return { ...ids, id: scopedGlobalId('IngestProblem', workspaceId, ids.uuid) };
}
