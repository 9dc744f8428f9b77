import type {
  FilterSubject,
  NumberField,
  NumberOperator,
  RunCondition,
  RunFilter,
  TextField,
} from './filter.ts';
import { searchWords } from './words.ts';

/** Whether the filter holds for a run that is in memory; same answers as the SQL compiler's. */
export function matchesFilter(filter: RunFilter, run: FilterSubject): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.filters.every((part) => matchesFilter(part, run));
    case 'or':
      return filter.filters.some((part) => matchesFilter(part, run));
    case 'not':
      return !matchesFilter(filter.filter, run);
    default:
      return matchesCondition(filter, run);
  }
}

function matchesCondition(condition: RunCondition, run: FilterSubject): boolean {
  switch (condition.kind) {
    case 'isRoot':
      return run.isRoot === condition.value;
    case 'text':
      return matchesText(condition, textValues(condition.field, run));
    case 'number':
      return compare(numberValue(condition.field, run), condition.operator, condition.value);
    case 'metadata':
      return (
        Object.hasOwn(run.metadata, condition.key) &&
        (condition.value === undefined || run.metadata[condition.key] === condition.value)
      );
    case 'search':
      return matchesSearch(condition.text, run.texts ?? []);
  }
}

function textValues(field: TextField, run: FilterSubject): readonly string[] {
  return field === 'tag' ? run.tags : [run[field]];
}

function matchesText(
  condition: Extract<RunCondition, { kind: 'text' }>,
  values: readonly string[],
): boolean {
  switch (condition.operator) {
    case 'eq':
      return values.includes(condition.value);
    case 'in':
      return values.some((value) => condition.values.includes(value));
    case 'contains': {
      const wanted = condition.value.toLowerCase();
      return values.some((value) => value.toLowerCase().includes(wanted));
    }
    case 'exists':
      return values.some((value) => value !== '');
  }
}

function numberValue(field: NumberField, run: FilterSubject): number | undefined {
  return run[field];
}

function compare(actual: number | undefined, operator: NumberOperator, wanted: number): boolean {
  if (actual === undefined) return false;
  switch (operator) {
    case 'eq':
      return actual === wanted;
    case 'gt':
      return actual > wanted;
    case 'gte':
      return actual >= wanted;
    case 'lt':
      return actual < wanted;
    case 'lte':
      return actual <= wanted;
  }
}

function matchesSearch(text: string, contents: readonly string[]): boolean {
  const words = searchWords(text);
  return contents.some((content) => {
    const present = new Set(searchWords(content));
    return words.every((word) => present.has(word));
  });
}
