import {
  argumentsHash,
  decodeCursor,
  decodeGlobalId,
  encodeCursor,
  pageSize,
  scopedUuid,
} from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import { AppError, invalidInput } from '@runlight/service';
import type { FeedbackConnection, QueryFeedbackArgs } from '../../__generated__/resolvers.ts';
import type {
  FeedbackPosition,
  FeedbackRow,
  FeedbackSelection,
  FeedbackStore,
} from './feedback-store.ts';

const maxOffset = 100_000;
const maxTextLength = 1024;

/** A page of feedback. Throws BAD_USER_INPUT and BAD_CURSOR. */
export async function listFeedback(
  store: FeedbackStore,
  workspaceId: string,
  args: QueryFeedbackArgs,
): Promise<FeedbackPageMapper> {
  const size = pageSize(args.first);
  const offset = args.offset ?? 0;
  if (offset < 0 || offset > maxOffset) {
    throw invalidInput(`offset must be between 0 and ${maxOffset}`);
  }
  const selection = readSelection(args, workspaceId);
  const hash = argumentsHash(selection);
  const after = args.after ? readPosition(args.after, hash) : undefined;
  const rows = isEmpty(selection)
    ? []
    : await store.list(selection, { limit: size + 1, offset, after });
  const nodes = rows.slice(0, size);
  const edges = nodes.map((node) => ({
    cursor: encodeCursor({ keys: [node.createdAtUs, node.feedbackId] }, hash),
    node,
  }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== undefined || offset > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

export interface FeedbackPageMapper extends Pick<FeedbackConnection, 'pageInfo'> {
  nodes: FeedbackRow[];
  edges: { cursor: string; node: FeedbackRow }[];
}

/** An empty list asks for nothing: it must not mean everything. */
const isEmpty = (selection: FeedbackSelection): boolean =>
  Object.values(selection).some((value) => Array.isArray(value) && value.length === 0);

function readSelection(args: QueryFeedbackArgs, workspaceId: string): FeedbackSelection {
  const { comparativeExperimentUuid, hasScore, hasComment, level, createdAt } = args;
  return withoutAbsent({
    runIds: readList(args.runUuids, 'runUuids', 1000, parseUuid),
    traceIds: readList(args.traceUuids, 'traceUuids', 1000, parseUuid),
    threadIds: readList(args.threadIds, 'threadIds', 100, readText),
    projectIds: readList(args.projectIds, 'projectIds', 100, (id) =>
      scopedUuid('Project', workspaceId, id),
    ),
    keys: readList(args.keys, 'keys', 100, readText),
    sources: readList(args.sources, 'sources', 10, readText),
    userIds: readList(args.userIds, 'userIds', 100, userUuid),
    comparativeExperimentId: readList(
      comparativeExperimentUuid && [comparativeExperimentUuid],
      'comparativeExperimentUuid',
      1,
      parseUuid,
    )?.[0],
    hasScore: hasScore ?? undefined,
    hasComment: hasComment ?? undefined,
    level: level ?? undefined,
    createdAt: createdAt
      ? { fromUs: createdAt.from ?? undefined, toUs: createdAt.to ?? undefined }
      : undefined,
  });
}

type Given = { [Field in keyof FeedbackSelection]: FeedbackSelection[Field] | undefined };

const withoutAbsent = (selection: Given): FeedbackSelection =>
  Object.fromEntries(
    Object.entries(selection).filter(([, value]) => value !== undefined),
  ) as FeedbackSelection;

function readList(
  items: readonly string[] | null | undefined | '',
  name: string,
  max: number,
  read: (item: string) => string | undefined,
): string[] | undefined {
  if (!items) return undefined;
  if (items.length > max) throw invalidInput(`${name} has more than ${max} items`);
  return items.map((item) => {
    const value = read(item);
    if (value === undefined) throw invalidInput(`${name} has an item that is not acceptable`);
    return value;
  });
}

const readText = (text: string): string | undefined =>
  text.length > maxTextLength ? undefined : text;

function userUuid(id: string): string | undefined {
  const uuid = parseUuid(id);
  if (uuid) return uuid;
  const decoded = decodeGlobalId(id);
  return decoded?.type === 'User' ? decoded.uuid : undefined;
}

function readPosition(cursor: string, hash: string): FeedbackPosition {
  const [createdAtUs, id] = decodeCursor(cursor, hash).keys;
  const feedbackId = parseUuid(id);
  if (typeof createdAtUs !== 'number' || !Number.isSafeInteger(createdAtUs) || !feedbackId) {
    throw new AppError('BAD_CURSOR', 'The cursor does not belong to this list');
  }
  return { createdAtUs, feedbackId };
}
