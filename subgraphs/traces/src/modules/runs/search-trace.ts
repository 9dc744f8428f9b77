import { filterProblem, searchWords } from '@runlight/run-model';
import type { RunFilter } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';
import type { TraceSearch } from '../../__generated__/resolvers.ts';
import type { Reads } from './reads.ts';
import type { TraceKey } from './tenant.ts';

const maxLength = 256;
const maxFound = 1000;

/** Runs of a trace in which a text occurs, in display order. Throws BAD_USER_INPUT beyond the limits. */
export async function searchTrace(
  reads: Reads,
  trace: TraceKey,
  text: string,
): Promise<TraceSearch> {
  if (text.trim() === '' || text.length > maxLength) {
    throw invalidInput(`text has 1 to ${maxLength} characters`);
  }
  const contains = (field: 'name' | 'error'): RunFilter => ({
    kind: 'text',
    field,
    operator: 'contains',
    value: text.trim(),
  });
  const filters = [contains('name'), contains('error')];
  // Signs alone are no words, and occur in every JSON text.
  if (searchWords(text).length > 0) filters.push({ kind: 'search', text });
  const filter: RunFilter = { kind: 'or', filters };
  const problem = filterProblem(filter);
  if (problem !== undefined) throw invalidInput(problem);
  const found = await reads.list.idsInTrace(trace, filter, maxFound + 1);
  return {
    runUuids: found.slice(0, maxFound),
    precision: found.length > maxFound ? 'AT_LEAST' : 'EXACT',
  };
}
