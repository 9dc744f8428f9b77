import { timingSafeEqual } from 'node:crypto';
import type { Tables } from '@runlight/postgres';
import { unavailable } from '@runlight/service';
import type { Logger } from '@runlight/service';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { impatient } from '../patience.ts';
import type { ApiKeyIdentity } from '../roles.ts';
import { hashApiKey, isApiKey } from './api-key.ts';
import { createUseRecorder } from './use-recorder.ts';

export interface KeyDirectory {
  /**
   * Who the key is, or undefined when it is unknown, revoked or expired. Throws UNAVAILABLE when that
   * cannot be said, which must not look like a refusal.
   */
  find: (key: string) => Promise<ApiKeyIdentity | undefined>;
  /** Waits for what is being written. */
  close: () => Promise<void>;
}

export interface KeyDirectoryOptions {
  db: Kysely<Tables>;
  log: Logger;
  /** An answer is used this long, which bounds how long a revoked key works. */
  cacheMs?: number;
  /** While the database is away, known keys work this long since they were last checked. */
  staleMs?: number;
  now?: () => number;
}

interface Answer {
  identity: ApiKeyIdentity | undefined;
  expiresAtMs: number;
  /** When the question was asked, so that the age is never understated. */
  askedAtMs: number;
  /** No new question before this time; set when the database did not answer. */
  retryAtMs: number;
}

/** A key that was unknown a moment ago may just have been created. */
const unknownMs = 2000;
/** The database gets a pause between two failed questions for one key. */
const pauseMs = 1000;

/** Keys by their hash, cached with bounds, asked once for callers at the same time. */
export function createKeyDirectory({
  db,
  log,
  cacheMs = 10_000,
  staleMs = 60_000,
  now = Date.now,
}: KeyDirectoryOptions): KeyDirectory {
  const known = new LRUCache<string, Answer>({ max: 10_000 });
  // Apart from the known ones: a flood of invented keys must not push these out.
  const unknown = new LRUCache<string, Answer>({ max: 10_000 });
  const asking = new Map<string, Promise<Answer>>();
  const uses = createUseRecorder({ db, log, now });

  async function ask(hashText: string, hash: Buffer): Promise<Answer> {
    const askedAtMs = now();
    const row = await findRow(db, hash);
    const answer: Answer = {
      identity: row && timingSafeEqual(row.secretHash, hash) ? row.identity : undefined,
      expiresAtMs: row?.expiresAtMs ?? Infinity,
      askedAtMs,
      retryAtMs: 0,
    };
    (answer.identity ? known : unknown).set(hashText, answer);
    (answer.identity ? unknown : known).delete(hashText);
    return answer;
  }

  function askOnce(hashText: string, hash: Buffer): Promise<Answer> {
    const running = asking.get(hashText);
    if (running) return impatient(running);
    const fresh = ask(hashText, hash).finally(() => asking.delete(hashText));
    asking.set(hashText, fresh);
    return impatient(fresh);
  }

  /** The stale answer while it may still be used, else the error. */
  function bridge(answer: Answer | undefined, error: unknown): Answer {
    if (!answer?.identity || now() - answer.askedAtMs > staleMs) {
      throw unavailable('API keys cannot be checked at the moment', error);
    }
    answer.retryAtMs = now() + pauseMs;
    return answer;
  }

  async function answerFor(key: string): Promise<Answer> {
    const hash = hashApiKey(key);
    const hashText = hash.toString('base64');
    const cached = known.get(hashText) ?? unknown.get(hashText);
    if (!cached) return askOnce(hashText, hash).catch((error: unknown) => bridge(undefined, error));
    const ageMs = now() - cached.askedAtMs;
    const lifeMs = cached.identity ? cacheMs : Math.min(unknownMs, cacheMs);
    if (ageMs < lifeMs) {
      // Ask again before the answer runs out, so that no request of a busy key waits.
      if (cached.identity && ageMs > lifeMs / 2 && now() >= cached.retryAtMs) {
        askOnce(hashText, hash).catch(() => (cached.retryAtMs = now() + pauseMs));
      }
      return cached;
    }
    if (now() < cached.retryAtMs) return bridge(cached, undefined);
    return askOnce(hashText, hash).catch((error: unknown) => bridge(cached, error));
  }

  return {
    async find(key) {
      if (!isApiKey(key)) return undefined;
      const { identity, expiresAtMs } = await answerFor(key);
      if (!identity || expiresAtMs <= now()) return undefined;
      uses.record(identity.keyId);
      return identity;
    },
    close: () => uses.close(),
  };
}

interface KeyRow {
  identity: ApiKeyIdentity;
  secretHash: Buffer;
  expiresAtMs: number;
}

async function findRow(db: Kysely<Tables>, hash: Buffer): Promise<KeyRow | undefined> {
  const row = await db
    .selectFrom('api_key')
    .innerJoin('workspace', 'workspace.id', 'api_key.workspace_id')
    .select([
      'api_key.id',
      'api_key.workspace_id',
      'workspace.organization_id',
      'api_key.scope',
      'api_key.may_delete',
      'api_key.secret_sha256',
      'api_key.expires_at',
    ])
    .where('api_key.secret_sha256', '=', hash)
    .where('api_key.revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    identity: {
      keyId: row.id,
      workspaceId: row.workspace_id,
      organizationId: row.organization_id,
      scope: row.scope,
      mayDelete: row.may_delete,
    },
    secretHash: row.secret_sha256,
    expiresAtMs: row.expires_at?.getTime() ?? Infinity,
  };
}
