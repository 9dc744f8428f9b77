import { scopedUuid } from '@runlight/graphql';
import { parseUuid, formatInstant } from '@runlight/run-model';
import type { DeleteRunsInput, ExportRunsInput } from '../../__generated__/resolvers.ts';
import { invalid } from '../../user-error.ts';
import type { Mistake } from '../../user-error.ts';
import { filterJsonProblem } from './filter-json.ts';

export type Read<T> = { value: T; mistake?: never } | { value?: never; mistake: Mistake };

const maxIds = 1000;
const maxPairs = 100;
const maxTextLength = 1000;
const maxFields = 100;

/** The way to choose runs, as the job takes it. */
export function readSelection(input: DeleteRunsInput): Read<Record<string, unknown>> {
  const { runUuids, traceUuids, threadIds, userIds, metadata, filter } = input;
  const ways = Object.entries({
    runUuids,
    traceUuids,
    threadIds,
    userIds,
    metadata,
    filter,
  }).filter(([, value]) => value !== undefined && value !== null);
  const [way, ...others] = ways;
  if (!way || others.length > 0) {
    return { mistake: { ...invalid('filter', 'Give exactly one way to choose runs'), path: [] } };
  }
  const [name] = way;
  if (runUuids) return readUuids(name, runUuids);
  if (traceUuids) return readUuids(name, traceUuids);
  if (threadIds) return readTexts(name, threadIds);
  if (userIds) return readTexts(name, userIds);
  if (metadata) return readPairs(metadata);
  const problem = filterJsonProblem(filter);
  return problem === undefined ? { value: { filter } } : { mistake: invalid('filter', problem) };
}

function readUuids(field: string, ids: readonly string[]): Read<Record<string, unknown>> {
  const uuids = ids.map(parseUuid);
  return isCount(ids, maxIds) && uuids.every((id) => id !== undefined)
    ? { value: { [field]: uuids } }
    : { mistake: invalid(field, `These are 1 to ${maxIds} UUIDs`) };
}

function readTexts(field: string, texts: readonly string[]): Read<Record<string, unknown>> {
  return isCount(texts, maxIds) && texts.every(isText)
    ? { value: { [field]: texts } }
    : {
        mistake: invalid(
          field,
          `These are 1 to ${maxIds} texts of 1 to ${maxTextLength} characters`,
        ),
      };
}

function readPairs(
  pairs: readonly { key: string; value: string }[],
): Read<Record<string, unknown>> {
  const isRight =
    isCount(pairs, maxPairs) &&
    pairs.every(({ key, value }) => isText(key) && value.length <= maxTextLength);
  if (!isRight) {
    return { mistake: invalid('metadata', `These are 1 to ${maxPairs} entries with a key`) };
  }
  const values = Map.groupBy(pairs, ({ key }) => key);
  const metadata = [...values].map(([key, [first, ...others]]) => [
    key,
    others.length === 0 ? first?.value : [first, ...others].map((pair) => pair?.value),
  ]);
  return { value: { metadata: Object.fromEntries(metadata) as Record<string, unknown> } };
}

const isCount = (list: readonly unknown[], most: number) => list.length >= 1 && list.length <= most;
const isText = (text: string) => text.length >= 1 && text.length <= maxTextLength;

/** The span as jobs take it. */
export function readSpan({ timeRange }: Pick<DeleteRunsInput, 'timeRange'>): Read<{
  from?: string;
  to?: string;
}> {
  const { from, to } = timeRange ?? {};
  if (from != null && to != null && from >= to) {
    return { mistake: invalid('timeRange', 'The end must be later than the beginning') };
  }
  return {
    value: {
      ...(from != null && { from: formatInstant(from) }),
      ...(to != null && { to: formatInstant(to) }),
    },
  };
}

/** What the export job takes. */
export function readExport(input: ExportRunsInput): Read<Record<string, unknown>> {
  const { filter, format, fields } = input;
  const problem = filter == null ? undefined : filterJsonProblem(filter);
  if (problem !== undefined) return { mistake: invalid('filter', problem) };
  const { value: span, mistake } = readSpan(input);
  if (mistake) return { mistake };
  if (fields && (fields.length > maxFields || fields.length === 0 || !fields.every(isText))) {
    return { mistake: invalid('fields', `These are 1 to ${maxFields} names of columns`) };
  }
  return {
    value: {
      format,
      ...(filter != null && { filter }),
      ...span,
      ...(fields && { fields }),
    },
  };
}

export const projectUuid = (workspaceId: string, id: string): string | undefined =>
  scopedUuid('Project', workspaceId, id);

export const noProject: Mistake = {
  code: 'NOT_FOUND',
  message: 'There is no such project',
  path: ['projectId'],
};
