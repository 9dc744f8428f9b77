import { toStorableText } from '@runlight/auth';
import { argumentsHash, decodeCursor, pageSize } from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import { AppError, invalidInput } from '@runlight/service';
import type {
  ProjectFilter as ProjectFilterInput,
  ProjectOrder,
} from '../../__generated__/resolvers.ts';
import { toConnection } from '../../connection.ts';
import type { PageRequest } from '../../connection.ts';
import { isJsonObject } from './extra.ts';
import type { ProjectMapper } from './mappers.ts';
import type { ProjectPosition, ProjectSelection } from './store.ts';

/** No name is longer, so no longer text is part of one. */
const maxSearchLength = 256;
const maxIds = 100;

export interface ProjectListArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
  nameContains?: string | null | undefined;
  filter?: ProjectFilterInput | null | undefined;
  orderBy?: ProjectOrder | null | undefined;
}

export type ProjectPage = PageRequest<ProjectPosition> & { selection: ProjectSelection };

/** What a page of projects is asked by, checked. Throws BAD_USER_INPUT and BAD_CURSOR. */
export function readProjectPage(args: ProjectListArgs): ProjectPage {
  const { first, after, filter } = args;
  const search = args.nameContains ?? '';
  if (search.length > maxSearchLength) {
    throw invalidInput(`nameContains has at most ${maxSearchLength} characters`);
  }
  const order = {
    field: args.orderBy?.field ?? 'CREATED_AT',
    direction: args.orderBy?.direction ?? 'DESC',
  };
  const hash = argumentsHash({ list: 'projects', search, filter, order });
  const selection: ProjectSelection = {
    nameContains: search === '' ? undefined : toStorableText(search),
    name: filter?.name ?? undefined,
    uuids: readUuids(filter?.uuids, 'uuids'),
    metadata: readMetadata(filter?.metadata),
    referenceDatasetUuids: readUuids(filter?.referenceDatasetUuids, 'referenceDatasetUuids'),
    hasReferenceDataset: filter?.hasReferenceDataset ?? undefined,
    order,
    after: after == null ? undefined : readPosition(after, hash, order.field),
  };
  return { size: pageSize(first), after: selection.after, hash, selection };
}

export const toProjectConnection = (found: ProjectMapper[], page: ProjectPage) =>
  toConnection(found, page, ({ createdAt, name, uuid }) => [
    page.selection.order.field === 'NAME' ? name : createdAt,
    uuid,
  ]);

function readPosition(
  cursor: string,
  hash: string,
  field: ProjectSelection['order']['field'],
): ProjectPosition {
  const [key, id] = decodeCursor(cursor, hash).keys;
  const uuid = parseUuid(id);
  const isKey = field === 'NAME' ? typeof key === 'string' : Number.isSafeInteger(key);
  if (key === undefined || !isKey || uuid === undefined) {
    throw new AppError('BAD_CURSOR', 'The cursor does not belong to this list');
  }
  return { key, uuid };
}

function readUuids(ids: readonly string[] | null | undefined, field: string): string[] | undefined {
  if (!ids) return undefined;
  if (ids.length > maxIds) throw invalidInput(`${field} has at most ${maxIds} ids`);
  // What is no UUID is the id of nothing.
  return ids.flatMap((id) => parseUuid(id) ?? []);
}

function readMetadata(metadata: unknown): Record<string, unknown> | undefined {
  if (metadata === undefined || metadata === null) return undefined;
  if (!isJsonObject(metadata)) throw invalidInput('metadata must be an object');
  return metadata;
}
