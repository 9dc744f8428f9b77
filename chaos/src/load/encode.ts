import { randomUUID } from 'node:crypto';
import type { FeedbackRecord } from './book.ts';
import type { RunPart } from './operations.ts';
import type { Message } from './sender.ts';

type Body = Pick<Message, 'path' | 'contentType' | 'body'>;

/** As SDKs send by default: payload fields are parts of their own. */
export function encodeMultipart(parts: RunPart[], feedback: FeedbackRecord[]): Body {
  const boundary = `----chaos-${randomUUID()}`;
  const pieces: string[] = [];
  const add = (name: string, value: unknown) => {
    const json = JSON.stringify(value);
    const length = Buffer.byteLength(json);
    pieces.push(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n` +
        `Content-Type: application/json; length=${length}\r\n\r\n${json}\r\n`,
    );
  };
  for (const { kind, record, main, fields } of parts) {
    add(`${kind}.${record.id}`, main);
    for (const [field, value] of Object.entries(fields)) {
      add(`${kind}.${record.id}.${field}`, value);
    }
  }
  for (const { id, runId, score } of feedback) {
    add(`feedback.${id}`, { id, run_id: runId, key: 'quality', score });
  }
  pieces.push(`--${boundary}--\r\n`);
  return {
    path: '/runs/multipart',
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.from(pieces.join('')),
  };
}

/** The older route: all of a run in one object. */
export function encodeBatch(parts: RunPart[]): Body {
  const of = (kind: RunPart['kind']) =>
    parts.filter((part) => part.kind === kind).map(({ main, fields }) => ({ ...main, ...fields }));
  return {
    path: '/runs/batch',
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify({ post: of('post'), patch: of('patch') })),
  };
}
