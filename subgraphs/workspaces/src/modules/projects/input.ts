import { parseProjectName, toStorableText } from '@runlight/auth';
import { parseUuid } from '@runlight/run-model';
import type { CreateProjectInput, UpdateProjectInput } from '../../__generated__/resolvers.ts';
import { invalid } from '../../user-error.ts';
import type { Mistake } from '../../user-error.ts';
import { isJsonObject, maxExtraLength } from './extra.ts';
import type { JsonObject } from './extra.ts';
import type { ProjectFacts } from './store.ts';

const maxDescriptionLength = 4000;

export interface ReadInput<T> {
  /** Undefined when there are mistakes. */
  facts: T | undefined;
  mistakes: Mistake[];
}

export function readNewProject(input: CreateProjectInput): ReadInput<ProjectFacts> {
  const mistakes: Mistake[] = [];
  const uuid = readUuid(input.uuid, 'uuid', mistakes);
  const referenceDatasetUuid = readUuid(
    input.referenceDatasetUuid,
    'referenceDatasetUuid',
    mistakes,
  );
  const name = readName(input.name, mistakes);
  const facts = {
    ...readShared(input, mistakes),
    ...(uuid !== undefined && { uuid }),
    name: name ?? '',
    startedAtUs: input.startedAt,
    referenceDatasetUuid,
  };
  return { facts: mistakes.length === 0 ? facts : undefined, mistakes };
}

export function readProjectChange(input: UpdateProjectInput): ReadInput<Partial<ProjectFacts>> {
  const mistakes: Mistake[] = [];
  const name = input.name == null ? undefined : readName(input.name, mistakes);
  const facts = { ...readShared(input, mistakes), ...(name !== undefined && { name }) };
  return { facts: mistakes.length === 0 ? facts : undefined, mistakes };
}

function readShared(
  input: Pick<CreateProjectInput, 'description' | 'extra' | 'endedAt'>,
  mistakes: Mistake[],
) {
  const description = toStorableText(input.description?.trim() ?? '');
  if (description.length > maxDescriptionLength) {
    mistakes.push(
      invalid('description', `A description has at most ${maxDescriptionLength} characters`),
    );
  }
  return {
    description: description === '' ? null : description,
    extra: readExtra(input.extra, mistakes),
    endedAtUs: input.endedAt,
  };
}

function readName(text: string, mistakes: Mistake[]): string | undefined {
  const name = parseProjectName(text);
  if (name === undefined) mistakes.push(invalid('name', 'A name has 1 to 256 characters'));
  return name;
}

function readUuid(
  text: string | null | undefined,
  field: string,
  mistakes: Mistake[],
): string | undefined {
  if (text == null) return undefined;
  const uuid = parseUuid(text);
  if (uuid === undefined) mistakes.push(invalid(field, `${field} must be a UUID`));
  return uuid;
}

function readExtra(extra: unknown, mistakes: Mistake[]): JsonObject | null {
  if (extra === undefined || extra === null) return null;
  if (isJsonObject(extra) && JSON.stringify(extra).length <= maxExtraLength) return extra;
  mistakes.push(invalid('extra', 'extra is a JSON object of at most 32 KiB'));
  return null;
}
