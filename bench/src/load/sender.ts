import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { boundary } from './multipart.ts';
import type { PlannedRequest } from './plan.ts';

export interface SendOptions {
  url: string;
  apiKey: string;
  requests: PlannedRequest[];
  /** Requests on their way at the same time. */
  connections?: number;
  /** Send by the clock, whatever the answers take; otherwise as fast as they come. */
  requestsPerSecond?: number;
  signal?: AbortSignal;
}

export interface SendReport {
  /** From the first byte to the 202, of requests that were accepted at their first attempt. */
  acceptMs: number[];
  accepted: number;
  /** Attempts that were answered 429 or 503, or not at all, and were made again. */
  repeats: number;
  /** Requests that were refused for good. */
  refused: number;
  seconds: number;
}

const retryMs = 250;

/** Sends requests as an SDK does: again and again until there is an answer that says yes or never. */
export async function sendAll(options: SendOptions): Promise<SendReport> {
  const { url, requests, connections = 4, requestsPerSecond, signal } = options;
  const pool = new Pool(url, { connections: requestsPerSecond ? 128 : connections });
  const report: SendReport = { acceptMs: [], accepted: 0, repeats: 0, refused: 0, seconds: 0 };
  const startedAt = performance.now();
  const send = (request: PlannedRequest) => sendOne(pool, options, request, report);
  try {
    if (requestsPerSecond) {
      const inFlight: Promise<void>[] = [];
      for (const [index, request] of requests.entries()) {
        const waitMs = startedAt + (index * 1000) / requestsPerSecond - performance.now();
        if (waitMs > 0) await pause(waitMs);
        if (signal?.aborted) break;
        inFlight.push(send(request));
      }
      await Promise.all(inFlight);
    } else {
      let next = 0;
      const loop = async () => {
        for (let request = requests[next++]; request; request = requests[next++]) {
          if (signal?.aborted) return;
          await send(request);
        }
      };
      await Promise.all(Array.from({ length: connections }, loop));
    }
    report.seconds = (performance.now() - startedAt) / 1000;
    return report;
  } finally {
    await pool.close();
  }
}

async function sendOne(
  pool: Pool,
  { apiKey }: SendOptions,
  { body }: PlannedRequest,
  report: SendReport,
): Promise<void> {
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    const status = await post(pool, apiKey, body);
    if (status === 202) {
      report.accepted += 1;
      if (attempt === 1) report.acceptMs.push(performance.now() - startedAt);
      return;
    }
    if (status !== 429 && status < 500) {
      report.refused += 1;
      return;
    }
    report.repeats += 1;
    await pause(retryMs);
  }
}

/** The status of the answer; 599 when there is none. */
async function post(pool: Pool, apiKey: string, body: Buffer): Promise<number> {
  try {
    const response = await pool.request({
      path: '/runs/multipart',
      method: 'POST',
      headers: {
        'x-api-key': apiKey,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-encoding': 'zstd',
      },
      body,
    });
    await response.body.dump();
    return response.statusCode;
  } catch {
    return 599;
  }
}
