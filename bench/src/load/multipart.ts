import { zstdCompress } from 'node:zlib';
import { promisify } from 'node:util';
import type { WorkloadRun } from './chat.ts';

const compress = promisify(zstdCompress);
export const boundary = '----RunlightBench';

function part(name: string, json: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: application/json; length=${Buffer.byteLength(json)}\r\n\r\n${json}\r\n`;
}

/** Operations of one request as the SDKs write them: multipart in one zstd frame. */
export async function encodeRequest(
  creates: WorkloadRun[],
  updates: WorkloadRun[],
): Promise<{ body: Buffer; rawBytes: number }> {
  const text = [
    ...creates.map(
      ({ id, create }) =>
        part(`post.${id}`, create.main) +
        part(`post.${id}.inputs`, create.inputs) +
        part(`post.${id}.extra`, create.extra),
    ),
    ...updates.map(
      ({ id, update }) =>
        part(`patch.${id}`, update.main) + part(`patch.${id}.outputs`, update.outputs),
    ),
    `--${boundary}--\r\n`,
  ].join('');
  const raw = Buffer.from(text);
  return { body: await compress(raw), rawBytes: raw.length };
}
