import type { FastifyInstance } from 'fastify';
import { readJsonBody } from '../body/json-body.ts';
import { readRunBody } from '../body/json-operations.ts';
import type { IngestContext } from '../context.ts';
import { ingestRoute, prefixes } from './route.ts';

/** `POST /runs`: one run; its id, trace and place in it may be missing. */
export function registerRunsCreate(app: FastifyInstance, context: IngestContext): void {
  const handler = ingestRoute(context, async ({ raw }, share) => ({
    ...readRunBody(await readJsonBody(raw, share), { kind: 'create' }),
    mayMakeId: true,
  }));
  for (const prefix of prefixes) app.post(`${prefix}/runs`, handler);
}
