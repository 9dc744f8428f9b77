import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isIngestPath } from './ingest-proxy.ts';

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Runlight</title>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">
<h1>The web client is not built yet</h1>
<p>Runlight is running, and its API answers at <code>/graphql</code>. To get the pages, run</p>
<pre>npm run build:web</pre>
<p>in the folder of Runlight, then start it again.</p>
</body>
</html>
`;

/** The web client: files as they are, and its page for every path that is a page of the client. */
export async function webFiles(
  app: FastifyInstance,
  { webDir }: { webDir: string | undefined },
): Promise<void> {
  const indexFile = webDir === undefined ? undefined : join(webDir, 'index.html');
  const isBuilt = indexFile !== undefined && existsSync(indexFile);

  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: webDir!,
      index: false,
      // The one page is served below, with its own caching.
      allowedPath: (path) => path !== '/index.html',
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Vite puts a hash of the content into the names of these.
        const isHashed = path.includes('/assets/');
        reply.header(
          'cache-control',
          isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        );
      },
    });
  }
  const page = isBuilt ? readFileSync(indexFile, 'utf8') : notBuilt;

  const sendPage = (reply: FastifyReply) =>
    reply
      .code(isBuilt ? 200 : 503)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(page);

  app.get('/', (_request, reply) => sendPage(reply));
  app.setNotFoundHandler((request, reply) => {
    if (isPage(request)) return sendPage(reply);
    return reply
      .code(404)
      .header('cache-control', 'no-store')
      .send({ error: 'Not found', requestId: request.id });
  });
}

/** A person's browser asking for a page, and not a program or a page asking for something missing. */
function isPage({ method, headers, url }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (!headers.accept?.includes('text/html')) return false;
  const path = url.split('?')[0]!;
  const isApi = /^\/(api|graphql|metrics|assets|files)(\/|$)/.test(path) || isIngestPath(path);
  return !isApi && !/%2f|%5c|%00|\\|\/\/|\/\.\.?(\/|$)/i.test(path);
}
