import { toStorableText } from '@runlight/auth';
import { argumentsHash, pageSize } from '@runlight/graphql';
import { invalidInput } from '@runlight/service';
import { toConnection } from '../../connection.ts';
import type { PageRequest } from '../../connection.ts';
import { readPosition } from '../../position.ts';
import type { Position } from '../../position.ts';
import type { ProjectMapper } from './mappers.ts';

/** No name is longer, so no longer text is part of one. */
const maxSearchLength = 256;

export interface ProjectListArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
  nameContains?: string | null | undefined;
}

/** What a page of projects is asked by, checked. Throws BAD_USER_INPUT and BAD_CURSOR. */
export function readProjectPage({ first, after, nameContains }: ProjectListArgs) {
  const search = nameContains ?? '';
  if (search.length > maxSearchLength) {
    throw invalidInput(`nameContains has at most ${maxSearchLength} characters`);
  }
  const hash = argumentsHash({ list: 'projects', search });
  return {
    size: pageSize(first),
    after: after == null ? undefined : readPosition(after, hash),
    nameContains: search === '' ? undefined : toStorableText(search),
    hash,
  };
}

export const toProjectConnection = (found: ProjectMapper[], page: PageRequest<Position>) =>
  toConnection(found, page, ({ createdAt, uuid }) => [createdAt, uuid]);
