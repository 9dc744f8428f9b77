import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';

/** A request as an SDK would send it. */
export interface Message {
  path: string;
  contentType: string;
  body: Buffer;
  key: string;
}

/** What became of a message after all its attempts. */
export type Sent =
  | { outcome: 'accepted'; batchIds: string[]; attempts: number }
  /** Answered with a status that no SDK repeats. */
  | { outcome: 'refused'; status: number; attempts: number }
  /** Out of patience: some attempt may have been accepted all the same. */
  | { outcome: 'given-up'; attempts: number };

export interface Attempt {
  startedAtMs: number;
  elapsedMs: number;
  /** Of the answer, or why there was none. */
  result: number | 'reset' | 'timeout';
  /** The answer says when to come again. */
  hasRetryAfter: boolean;
}

export interface Sender {
  send: (message: Message) => Promise<Sent>;
  /** Every single request there was, on the clock of `performance.now`. */
  attempts: readonly Attempt[];
  close: () => Promise<void>;
}

export interface SenderOptions {
  /** Where to; asked for every attempt. */
  url: () => string;
  /** Requests per message at most; SDKs make 4 or 5. */
  maxAttempts?: number;
  /** Longest wait between two attempts. */
  maxWaitMs?: number;
  /** How long to wait for an answer. */
  timeoutMs?: number;
}

const repeatable = new Set([429, 500, 502, 503, 504]);

/** Sends as SDKs do: repeats what may pass, waits as told or ever longer, gives up in the end. */
export function createSender({
  url,
  maxAttempts = 5,
  maxWaitMs = 4000,
  timeoutMs = 10_000,
}: SenderOptions): Sender {
  const agent = new Agent({ keepAliveTimeout: 4000, connections: 64 });
  const attempts: Attempt[] = [];

  async function attempt(message: Message): Promise<{ attempt: Attempt; answer?: Answer }> {
    const startedAtMs = performance.now();
    let result: Attempt['result'] = 'reset';
    let answer: Answer | undefined;
    try {
      answer = await post(url(), message, { agent, timeoutMs });
      result = answer.status;
    } catch (error) {
      if (isTimeout(error)) result = 'timeout';
    }
    const made = {
      startedAtMs,
      elapsedMs: performance.now() - startedAtMs,
      result,
      hasRetryAfter: answer?.retryAfterMs !== undefined,
    };
    attempts.push(made);
    return answer ? { attempt: made, answer } : { attempt: made };
  }

  async function send(message: Message): Promise<Sent> {
    for (let count = 1; ; count += 1) {
      const { answer } = await attempt(message);
      if (answer?.status === 202) {
        return { outcome: 'accepted', batchIds: answer.batchIds, attempts: count };
      }
      if (answer && !repeatable.has(answer.status)) {
        return { outcome: 'refused', status: answer.status, attempts: count };
      }
      if (count >= maxAttempts) return { outcome: 'given-up', attempts: count };
      const toldMs = answer?.retryAfterMs ?? 250 * 2 ** (count - 1);
      await pause(Math.min(toldMs, maxWaitMs) * (0.75 + Math.random() / 4));
    }
  }

  return { send, attempts, close: () => agent.destroy() };
}

interface Answer {
  status: number;
  batchIds: string[];
  retryAfterMs: number | undefined;
}

async function post(
  origin: string,
  { path, contentType, body, key }: Message,
  { agent, timeoutMs }: { agent: Agent; timeoutMs: number },
): Promise<Answer> {
  const {
    statusCode,
    headers,
    body: answer,
  } = await request(`${origin}${path}`, {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': contentType, 'x-api-key': key },
    body,
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.dump();
  const batchIds = String(headers['x-batch-id'] ?? '');
  const retryAfter = Number(headers['retry-after']);
  return {
    status: statusCode,
    batchIds: batchIds
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : undefined,
  };
}

const isTimeout = (error: unknown) => error instanceof Error && error.name === 'TimeoutError';
