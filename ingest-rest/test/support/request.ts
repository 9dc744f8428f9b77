import type { IngestService, Tenant } from './service.ts';

/** What a route answered, with its JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  body: {
    error?: string;
    detail?: string;
    batch_id?: string | null;
    batch_ids?: string[];
    accepted?: string[];
    rejected?: { id: string | null; part: string | null; code: string; reason: string }[];
  };
}

export interface Sending {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | object;
}

/** Sends as a tenant: an object as JSON, text and bytes as they are. */
export async function send(
  service: Pick<IngestService, 'url'>,
  tenant: Pick<Tenant, 'key'>,
  path: string,
  { method = 'POST', headers = {}, body }: Sending = {},
): Promise<Answer> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(service.url + path, {
    method,
    headers: { 'x-api-key': tenant.key, 'content-type': 'application/json', ...headers },
    body: (isRaw ? body : JSON.stringify(body)) as string,
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as Answer['body']),
  };
}

export const boundary = '----LangSmithFormBoundaryabc';
export const multipartType = { 'content-type': `multipart/form-data; boundary=${boundary}` };

export type PartText = [name: string, content: string | Buffer, headers?: string];

/** A multipart body as the JS SDK writes it. */
export function multipart(...parts: PartText[]): Buffer {
  const pieces = parts.flatMap(([name, content, headers]) => {
    const bytes = Buffer.from(content as string);
    const type = headers ?? `Content-Type: application/json; length=${bytes.length}`;
    return [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n${type}\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ];
  });
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}
