import { toStorableText } from '@runlight/auth';
import { scopedUuid } from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';
import type { IngestProblemFilter } from '../../__generated__/resolvers.ts';
import type { IngestProblemMapper } from './mappers.ts';

/** Which problems of a workspace; all given fields must hold. */
export interface ProblemFilter {
  kind?: IngestProblemMapper['kind'];
  canReplay?: boolean;
  isReplayRequested?: boolean;
  code?: string;
  keyId?: string;
  runUuid?: string;
  contains?: string;
  /** Microseconds since 1970, both included. */
  sinceUs?: number;
  untilUs?: number;
}

const maxTextLength = 256;

/** What a filter asks for, checked. Throws BAD_USER_INPUT. */
export function readProblemFilter(
  workspaceId: string,
  input: IngestProblemFilter | null | undefined,
): ProblemFilter {
  const { kind, state, code, apiKeyId, runUuid, contains, since, until } = input ?? {};
  const filter: ProblemFilter = {};
  if (kind) filter.kind = kind;
  if (state) filter.isReplayRequested = state === 'REPLAY_REQUESTED';
  if (code != null) filter.code = readText('code', code);
  if (apiKeyId != null) {
    filter.keyId = required('apiKeyId', scopedUuid('ApiKey', workspaceId, apiKeyId));
  }
  if (runUuid != null) filter.runUuid = required('runUuid', parseUuid(runUuid));
  if (contains) filter.contains = readText('contains', contains);
  if (since != null) filter.sinceUs = since;
  if (until != null) filter.untilUs = until;
  return filter;
}

function readText(field: string, text: string): string {
  if (text.length > maxTextLength) {
    throw invalidInput(`${field} has at most ${maxTextLength} characters`);
  }
  return toStorableText(text);
}

function required(field: string, uuid: string | undefined): string {
  if (uuid === undefined) throw invalidInput(`${field} is not an id of this workspace`);
  return uuid;
}
