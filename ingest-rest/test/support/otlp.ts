import type { QueuedOperation } from '@runlight/queue';
import type { IngestService } from './service.ts';

/** A span in OTLP/JSON, as small as one can be. */
export function otlpSpan(fields: { name?: string; spanId?: string; parentSpanId?: string } = {}) {
  const startNano = BigInt(Date.now() - 1000) * 1_000_000n + 123_456n;
  return {
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    spanId: '00f067aa0ba902b7',
    name: 'span',
    kind: 1,
    startTimeUnixNano: String(startNano),
    endTimeUnixNano: String(startNano + 500_000_000n),
    ...fields,
  };
}

export const otlpRequest = (...spans: object[]) => ({
  resourceSpans: [{ resource: {}, scopeSpans: [{ scope: { name: 'test' }, spans }] }],
});

export interface OtlpAnswer {
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
  json: unknown;
}

/** Sends a body of OTLP: an object as JSON, bytes as they are. */
export async function sendOtlp(
  { url }: Pick<IngestService, 'url'>,
  { key }: { key: string },
  path: string,
  body: object | Buffer,
  headers: Record<string, string> = {},
): Promise<OtlpAnswer> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === '' ? {} : { 'x-api-key': key }),
      ...headers,
    },
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    text,
    json: isJson ? (JSON.parse(text) as unknown) : undefined,
  };
}

/** A payload field of an accepted operation. */
export function payloadOf({ payloads }: QueuedOperation, field: string): unknown {
  const found = payloads.find((payload) => payload.field === field);
  return found && (JSON.parse(Buffer.from(found.bytes).toString()) as unknown);
}
