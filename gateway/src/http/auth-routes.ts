import type { FastifyInstance } from 'fastify';

export type AuthHandler = (request: Request, clientAddress?: string) => Promise<Response>;

const maxBodyBytes = 64 * 1024;

/** `/api/auth/*`, answered by a handler of the Fetch API (better-auth). */
export async function authRoutes(
  app: FastifyInstance,
  { handler, publicUrl }: { handler: AuthHandler; publicUrl: string },
): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, (_, body, done) =>
    done(null, body),
  );

  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers)) {
        if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
      }
      // The configured address and never the Host header, as links are made from it.
      const url = new URL(request.url, publicUrl);
      const body = request.body as Buffer | undefined;
      const response = await handler(
        new Request(url, {
          method: request.method,
          headers,
          ...(body && request.method === 'POST' ? { body: new Uint8Array(body) } : {}),
        }),
        request.socket.remoteAddress,
      );
      void reply.code(response.status);
      response.headers.forEach((value, name) => {
        if (name !== 'set-cookie') void reply.header(name, value);
      });
      const cookies = response.headers.getSetCookie();
      if (cookies.length > 0) void reply.header('set-cookie', cookies);
      void reply.header('cache-control', 'no-store');
      return reply.send(Buffer.from(await response.arrayBuffer()));
    },
  });
}
