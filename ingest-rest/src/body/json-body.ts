import type { IncomingMessage } from 'node:http';
import { AppError } from '@runlight/service';
import type { ByteShare } from './byte-budget.ts';
import { requireUtf8 } from './content-type.ts';
import { readBody } from './read-body.ts';

/** The whole body, which should be JSON; whatever the content type says, but for the charset. */
export async function readJsonBody(request: IncomingMessage, share: ByteShare): Promise<Buffer> {
  requireUtf8(request.headers['content-type']);
  const chunks: Buffer[] = [];
  await readBody(request, share, (chunk) => chunks.push(chunk));
  const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  if (body.length === 0) throw emptyBody();
  return body;
}

/** A request without anything in it says nothing that could be accepted. */
export const emptyBody = (): AppError => new AppError('UNPROCESSABLE', 'the body is empty');
