import { invalidInput } from '@runlight/service';
import type { FastifyInstance } from 'fastify';
import type { IngestContext } from '../../context.ts';
import { requireNoMistake } from '../graph-errors.ts';
import type { GraphUserError } from '../graph-errors.ts';
import { object, uuid, uuids } from '../read-values.ts';
import type { Source } from '../read-values.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler } from '../sdk-route.ts';

/** `POST /runs/delete` (langsmith-protocol §4.1): deletes traces for good, in a job. */
export function registerRunDeletion(app: FastifyInstance, context: IngestContext): void {
  registerSdkRoute(app, context, { method: 'POST', path: '/runs/delete', handler: deleteRuns });
}

const deleteRuns: SdkHandler = async ({ body, graph, reply }) => {
  const { deleteRuns: deleted } = await graph.ask<{
    deleteRuns: { job: { uuid: string } | null; userErrors: GraphUserError[] };
  }>(
    `mutation SdkDeleteRuns($input: DeleteRunsInput!) {
      deleteRuns(input: $input) { job { uuid } userErrors { code message } }
    }`,
    { input: readSelection(body) },
  );
  requireNoMistake(deleted.userErrors);
  void reply.code(202);
  return { message: 'The traces are being deleted', job_id: deleted.job?.uuid };
};

/** Exactly one way to choose: a mistake must never widen what is deleted. */
function readSelection(body: Source): object {
  const projectId = uuid(body, 'session_id');
  // Of old and of new they are called differently; both name traces.
  const traceUuids = [...new Set([...uuids(body, 'run_ids'), ...uuids(body, 'trace_ids')])];
  const metadata = object(body, 'metadata');
  if (metadata && traceUuids.length > 0) {
    throw invalidInput('Give either run_ids or metadata');
  }
  if (metadata) return { projectId, metadata: pairsOf(metadata) };
  if (traceUuids.length === 0) throw invalidInput('run_ids or metadata is missing');
  if (projectId === undefined) throw invalidInput('session_id is missing');
  return { projectId, traceUuids };
}

/** Entries of which one suffices; a list stands for each of its values. */
function pairsOf(metadata: Source): { key: string; value: string }[] {
  return Object.entries(metadata).flatMap(([key, given]) => {
    const values: unknown[] = Array.isArray(given) ? given : [given];
    return values.map((value) => ({ key, value: metadataText(value) }));
  });
}

/** As the store keeps it. */
function metadataText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  throw invalidInput('metadata has texts, numbers and booleans as values');
}
