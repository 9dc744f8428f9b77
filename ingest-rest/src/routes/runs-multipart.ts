import type { FastifyInstance } from 'fastify';
import { readBoundary } from '../body/content-type.ts';
import { emptyBody } from '../body/json-body.ts';
import { readBody } from '../body/read-body.ts';
import type { IngestContext } from '../context.ts';
import { createPartCollector } from '../multipart/collector.ts';
import { createMultipartSplitter } from '../multipart/splitter.ts';
import { ingestRoute, prefixes } from './route.ts';

/** `POST /runs/multipart`: what every SDK uses by default (langsmith-protocol §3.2). */
export function registerRunsMultipart(app: FastifyInstance, context: IngestContext): void {
  const handler = ingestRoute(context, async ({ raw }, share) => {
    const collector = createPartCollector();
    const splitter = createMultipartSplitter({
      boundary: readBoundary(raw.headers['content-type']),
      onPart: collector.add,
    });
    const bodyBytes = await readBody(raw, share, splitter.push);
    splitter.end();
    if (collector.isEmpty()) throw emptyBody();
    return { ...collector.finish(), bodyBytes };
  });
  for (const prefix of prefixes) app.post(`${prefix}/runs/multipart`, handler);
}
