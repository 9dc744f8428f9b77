import { createHash } from 'node:crypto';
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth';

/** What is stored of a session token. */
export const hashSessionToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

/**
 * better-auth stores session tokens as they are. This adapter stores and looks for their hash, so that
 * a copy of the database opens no session. Where the caller gave the token, rows carry it again, as
 * better-auth writes it into the cookie; rows found in other ways carry the hash, which opens nothing.
 */
export function withHashedSessionTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...hashing(adapter),
    transaction: (callback) => adapter.transaction((trx) => callback(hashing(trx))),
  };
}

function hashing<A extends DBTransactionAdapter>(adapter: A): A {
  const methods: DBTransactionAdapter = {
    ...adapter,
    create: async (args) => {
      if (args.model !== 'session') return adapter.create(args);
      const token = String((args.data as { token?: unknown }).token);
      const row = await adapter.create({
        ...args,
        data: { ...args.data, token: hashSessionToken(token) },
      });
      return { ...row, token } as never;
    },
    findOne: async (args) => restore(args, await adapter.findOne(hashed(args))),
    findMany: async (args) =>
      (await adapter.findMany<never>(hashed(args))).map((row) => restore(args, row)),
    update: async (args) => restore(args, await adapter.update(hashed(args))),
    updateMany: (args) => adapter.updateMany(hashed(args)),
    count: (args) => adapter.count(hashed(args)),
    delete: (args) => adapter.delete(hashed(args)),
    deleteMany: (args) => adapter.deleteMany(hashed(args)),
    consumeOne: async (args) => restore(args, await adapter.consumeOne(hashed(args))),
    incrementOne: async (args) => restore(args, await adapter.incrementOne(hashed(args))),
  };
  return { ...adapter, ...methods };
}

interface Args {
  model: string;
  where?: Where[] | undefined;
  update?: Record<string, unknown>;
}

/** The same question with tokens replaced by their hashes. */
function hashed<T extends Args>(args: T): T {
  if (args.model !== 'session') return args;
  const copy = { ...args };
  if (args.where) copy.where = args.where.map(hashedCondition);
  const token = args.update?.['token'];
  if (typeof token === 'string') copy.update = { ...args.update, token: hashSessionToken(token) };
  return copy;
}

function hashedCondition(condition: Where): Where {
  if (condition.field !== 'token') return condition;
  const { value } = condition;
  if (typeof value === 'string') return { ...condition, value: hashSessionToken(value) };
  if (Array.isArray(value)) return { ...condition, value: value.map(String).map(hashSessionToken) };
  return condition;
}

/** Puts the token back into a row that was found by it. */
function restore<T>(args: Args, row: T): T {
  if (args.model !== 'session' || row === null) return row;
  const stored = (row as { token?: unknown }).token;
  const token = (args.where ?? [])
    .filter(({ field }) => field === 'token')
    .flatMap(({ value }) => (Array.isArray(value) ? value.map(String) : [String(value)]))
    .find((candidate) => hashSessionToken(candidate) === stored);
  return token === undefined ? row : { ...row, token };
}
