import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readJsonBody } from '../body/json-body.ts';
import { readRunBody } from '../body/json-operations.ts';
import type { IngestContext } from '../context.ts';
import { ingestRoute, prefixes } from './route.ts';

type UpdateRequest = FastifyRequest<{ Params: { runId: string } }>;

/** `PATCH /runs/{id}`: an update that may name nothing but the id. */
export function registerRunsUpdate(app: FastifyInstance, context: IngestContext): void {
  const handler = ingestRoute<UpdateRequest>(context, async ({ raw, params }, share) =>
    readRunBody(await readJsonBody(raw, share), { kind: 'update', idHint: params.runId }),
  );
  for (const prefix of prefixes) app.patch(`${prefix}/runs/:runId`, handler);
}
