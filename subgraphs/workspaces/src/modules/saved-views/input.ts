import { toStorableText } from '@runlight/auth';
import type { CreateSavedViewInput, UpdateSavedViewInput } from '../../__generated__/resolvers.ts';
import { invalid } from '../../user-error.ts';
import type { Mistake } from '../../user-error.ts';
import type { ViewDefinition } from './mappers.ts';
import type { ViewChange } from './store.ts';

const maxNameLength = 128;
/** Of the definition as JSON. */
const maxDefinitionLength = 32 * 1024;

export interface ReadView {
  name: string;
  definition: ViewDefinition;
  mistakes: Mistake[];
}

export function readNewView(input: CreateSavedViewInput): ReadView {
  const mistakes: Mistake[] = [];
  const name = readName(input.name, mistakes);
  const definition = readDefinition(input, noDefinition, mistakes);
  return { name, definition, mistakes };
}

/** What of the view as it is changes. */
export function readViewChange(
  input: UpdateSavedViewInput,
  current: ViewDefinition,
): { change: ViewChange; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const change: ViewChange = { definition: readDefinition(input, current, mistakes) };
  if (typeof input.name === 'string') change.name = readName(input.name, mistakes);
  if (input.visibility) change.visibility = input.visibility;
  return { change, mistakes };
}

const noDefinition: ViewDefinition = {
  filter: null,
  columns: null,
  orderBy: null,
  timeRange: null,
};

function readName(text: string, mistakes: Mistake[]): string {
  const name = toStorableText(text.trim());
  const length = Array.from(name).length;
  if (length < 1 || length > maxNameLength) {
    mistakes.push(invalid('name', `A name has 1 to ${maxNameLength} characters`));
  }
  return name;
}

/** Absent parts stay. */
function readDefinition(
  input: Partial<ViewDefinition>,
  current: ViewDefinition,
  mistakes: Mistake[],
): ViewDefinition {
  const { filter = current.filter, columns = current.columns } = input;
  const { orderBy = current.orderBy, timeRange = current.timeRange } = input;
  const definition = { filter, columns, orderBy, timeRange };
  if (filter !== null && (typeof filter !== 'object' || Array.isArray(filter))) {
    mistakes.push(invalid('filter', 'A filter is an object, as the input RunFilter'));
  }
  if (JSON.stringify(definition).length > maxDefinitionLength) {
    mistakes.push(invalid('filter', 'A view holds at most 32 KiB'));
  }
  return definition;
}
