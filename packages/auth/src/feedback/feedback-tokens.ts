import { randomUUID } from 'node:crypto';
import type { Tables } from '@runlight/postgres';
import { isUniqueViolation, toJsonbText } from '@runlight/postgres';
import { uuidv7 } from '@runlight/run-model';
import type { FeedbackScale } from '@runlight/run-model';
import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import { hashToken } from '../links/link-tokens.ts';
import type { TokenSealer } from '../links/link-tokens.ts';

/** Lets whoever holds it give feedback with one key on one run, once. */
export interface FeedbackToken {
  id: string;
  workspaceId: string;
  runId: string;
  feedbackKey: string;
  scale: FeedbackScale | undefined;
  /** undefined when it was sealed with another secret of the installation. */
  token: string | undefined;
  createdAtMs: number;
  expiresAtMs: number;
  usedAtMs: number | undefined;
}

export interface NewFeedbackToken {
  id?: string | undefined;
  runId: string;
  feedbackKey: string;
  scale?: FeedbackScale | undefined;
  expiresAtMs: number;
  createdBy: string;
}

/** What a token stands for: enough to write the feedback, and to check it before. */
export interface RedeemableToken {
  id: string;
  workspaceId: string;
  runId: string;
  feedbackKey: string;
  scale: FeedbackScale | undefined;
  /** Always the same one, so that a repeated attempt is no second feedback. */
  feedbackId: string;
}

/** For the edge, which holds a token and nothing else. */
export interface TokenRedeemer {
  /** What an open token stands for; undefined when it is unknown, used or over. */
  find: (token: string) => Promise<RedeemableToken | undefined>;
  /** Marks it as used; false when somebody was faster, or it is over. */
  use: (id: string) => Promise<boolean>;
  /** Opens it again after the feedback could not be taken. */
  giveBack: (id: string) => Promise<void>;
}

type Json = Record<string, unknown>;
type Row = Selectable<Tables['feedback_token']>;
type Clock = () => number;

export function createTokenRedeemer(db: Kysely<Tables>, now: Clock = Date.now): TokenRedeemer {
  return {
    async find(token) {
      const row = await db
        .selectFrom('feedback_token')
        .selectAll()
        .where('token_sha256', '=', hashToken(token.toLowerCase()))
        .where('used_at', 'is', null)
        .where('expires_at', '>', new Date(now()))
        .executeTakeFirst();
      return row && redeemable(row);
    },
    async use(id) {
      const row = await db
        .updateTable('feedback_token')
        .set({ used_at: new Date(now()) })
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .where('expires_at', '>', new Date(now()))
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
    async giveBack(id) {
      await db.updateTable('feedback_token').set({ used_at: null }).where('id', '=', id).execute();
    },
  };
}

const redeemable = (row: Row): RedeemableToken => ({
  id: row.id,
  workspaceId: row.workspace_id,
  runId: row.run_id,
  feedbackKey: row.feedback_key,
  scale: scaleOf(row),
  feedbackId: row.feedback_id,
});

const scaleOf = ({ scale }: Row): FeedbackScale | undefined =>
  (scale ?? undefined) as FeedbackScale | undefined;

export type FeedbackTokens = ReturnType<typeof createFeedbackTokens>;

/** Tokens of a workspace, for those who hand them out. */
export function createFeedbackTokens({
  db,
  sealer,
  now = Date.now,
}: {
  db: Kysely<Tables>;
  sealer: TokenSealer;
  now?: Clock;
}) {
  const tokenOf = (row: Row): FeedbackToken => ({
    id: row.id,
    workspaceId: row.workspace_id,
    runId: row.run_id,
    feedbackKey: row.feedback_key,
    scale: scaleOf(row),
    token: sealer.open(row.token_sealed),
    createdAtMs: row.created_at.getTime(),
    expiresAtMs: row.expires_at.getTime(),
    usedAtMs: row.used_at?.getTime(),
  });

  return {
    /** All of them, or 'taken' and none when an id is in use. */
    async create(
      workspaceId: string,
      tokens: readonly NewFeedbackToken[],
    ): Promise<FeedbackToken[] | 'taken'> {
      const values = tokens.map((token) => rowOf(workspaceId, token, sealer, now()));
      try {
        const rows = await db.insertInto('feedback_token').values(values).returningAll().execute();
        const byId = new Map(rows.map((row) => [row.id, tokenOf(row)]));
        return values.map(({ id }) => byId.get(id)!);
      } catch (error) {
        if (isUniqueViolation(error)) return 'taken';
        throw error;
      }
    },

    /** Of a run, the newest first, used and ended ones included. */
    async list(
      workspaceId: string,
      runId: string,
      { limit, offset }: { limit: number; offset: number },
    ): Promise<FeedbackToken[]> {
      const rows = await db
        .selectFrom('feedback_token')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('run_id', '=', runId)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map(tokenOf);
    },
  };
}

function rowOf(workspaceId: string, input: NewFeedbackToken, sealer: TokenSealer, nowMs: number) {
  const token = randomUUID();
  return {
    id: input.id ?? uuidv7(),
    workspace_id: workspaceId,
    run_id: input.runId,
    feedback_key: input.feedbackKey,
    scale: input.scale === undefined ? null : sql<Json>`${toJsonbText(input.scale)}::jsonb`,
    feedback_id: uuidv7(),
    token_sha256: hashToken(token),
    token_sealed: sealer.seal(token),
    created_by: input.createdBy,
    created_at: new Date(nowMs),
    expires_at: new Date(input.expiresAtMs),
    used_at: null,
  };
}
