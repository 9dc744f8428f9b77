import type { FastifyInstance } from 'fastify';
import { readJsonBody } from '../body/json-body.ts';
import { readBatchBody } from '../body/json-operations.ts';
import type { IngestContext } from '../context.ts';
import { ingestRoute, prefixes } from './route.ts';

/** `POST /runs/batch`: `{ post: Run[], patch: Run[] }`, the fallback of SDKs. */
export function registerRunsBatch(app: FastifyInstance, context: IngestContext): void {
  const handler = ingestRoute(context, async ({ raw }, share) =>
    readBatchBody(await readJsonBody(raw, share)),
  );
  for (const prefix of prefixes) app.post(`${prefix}/runs/batch`, handler);
}
