import { userIdOf } from './filter.ts';
import type {
  FeedbackSubject,
  FilterSubject,
  IdField,
  NumberTest,
  PartTest,
  RecordCondition,
  RunCondition,
  RunFilter,
  Scope,
  TextField,
  TextTest,
} from './filter.ts';
import { jsonEntries, metadataEntries } from './entries.ts';
import type { Entry } from './entries.ts';
import { isLike } from './values.ts';
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
    case 'scope':
      return runsInScope(filter.scope, run).some((other) => matchesFilter(filter.filter, other));
    default:
      return matchesCondition(filter, run);
  }
}

/**
 * Whether only the store can decide the filter: it asks for content, feedback or other runs, which
 * the row of a run does not hold.
 */
export function needsStore(filter: RunFilter): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.filters.some(needsStore);
    case 'not':
      return needsStore(filter.filter);
    case 'scope':
    case 'search':
      return true;
    case 'record':
      return filter.of !== 'metadata';
    case 'text':
      return filter.field === 'inputText' || filter.field === 'outputText';
    case 'number':
      // The worker works costs out; what was accepted may not have them yet.
      return filter.field.endsWith('CostUsd');
    default:
      return false;
  }
}

function runsInScope(scope: Scope, run: FilterSubject): readonly FilterSubject[] {
  if (scope === 'thread') return run.threadId === '' ? [] : (run.threadRuns ?? []);
  const runs = run.traceRuns ?? [];
  return scope === 'tree' ? runs : runs.filter(({ isRoot }) => isRoot);
}

function matchesCondition(condition: RunCondition, run: FilterSubject): boolean {
  switch (condition.kind) {
    case 'isRoot':
      return run.isRoot === condition.value;
    case 'text':
      return textValues(condition.field, run).some((value) => passesText(condition, value));
    case 'number':
      return passesNumber(condition, run[condition.field]);
    case 'time': {
      const us = condition.field === 'startedAt' ? run.startedAtUs : run.endedAtUs;
      return passesNumber(
        condition.operator === 'exists'
          ? condition
          : { operator: condition.operator, value: condition.valueUs },
        us,
      );
    }
    case 'id': {
      const id = idOf(condition.field, run);
      if (id === undefined) return false;
      return condition.operator === 'exists' || condition.values.includes(id);
    }
    case 'record':
      return matchesRecord(condition, run);
    case 'search':
      return matchesSearch(condition.text, run);
  }
}

const idOf = (field: IdField, run: FilterSubject): string | undefined => run[field];

function textValues(field: TextField, run: FilterSubject): readonly string[] {
  switch (field) {
    case 'tag':
      return run.tags;
    case 'userId':
      return [userIdOf(run.metadata)];
    case 'inputText':
      return [run.payloads?.inputs ?? ''];
    case 'outputText':
      return [run.payloads?.outputs ?? ''];
    default:
      return [run[field]];
  }
}

export function passesText(test: TextTest, value: string): boolean {
  switch (test.operator) {
    case 'eq':
      return value === test.value;
    case 'in':
      return test.values.includes(value);
    case 'contains':
      return value.toLowerCase().includes(test.value.toLowerCase());
    case 'like':
      return isLike(value, test.value);
    case 'exists':
      return value !== '';
  }
}

function passesNumber(test: NumberTest, actual: number | undefined): boolean {
  if (actual === undefined) return false;
  switch (test.operator) {
    case 'eq':
      return actual === test.value;
    case 'gt':
      return actual > test.value;
    case 'gte':
      return actual >= test.value;
    case 'lt':
      return actual < test.value;
    case 'lte':
      return actual <= test.value;
    case 'in':
      return test.values.includes(actual);
    case 'exists':
      return true;
  }
}

/** What tests ask of one record. */
type Parts = Record<'key' | 'value' | 'comment' | 'source', string> & { score: number | undefined };

function matchesRecord({ of, tests }: RecordCondition, run: FilterSubject): boolean {
  return recordsOf(of, run).some((parts) => tests.every((test) => passesPart(test, parts)));
}

function recordsOf(of: RecordCondition['of'], run: FilterSubject): Parts[] {
  switch (of) {
    case 'metadata':
      return metadataEntries(run.metadata).map(entryParts);
    case 'inputs':
    case 'outputs':
      return jsonEntries(run.payloads?.[of] ?? '').map(entryParts);
    case 'feedback':
      return (run.feedback ?? []).map(feedbackParts);
  }
}

const entryParts = ({ key, value }: Entry): Parts => ({
  key,
  value,
  comment: '',
  source: '',
  score: undefined,
});

const feedbackParts = ({ value, ...feedback }: FeedbackSubject): Parts => ({
  ...feedback,
  value: textOfJson(value),
});

/** A JSON text as its content, any other JSON as it is written. */
function textOfJson(json: string): string {
  return json.startsWith('"') ? (JSON.parse(json) as string) : json;
}

function passesPart(test: PartTest, parts: Parts): boolean {
  if ('text' in test) return passesText(test.text, parts[test.part]) !== (test.isNot ?? false);
  if (test.part === 'value') return passesNumber(test.number, readNumber(parts.value));
  return passesNumber(test.number, parts.score) !== (test.isNot ?? false);
}

const plainNumber = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?$/;

/** Only what is written as a plain decimal is a number; everywhere the same. */
function readNumber(text: string): number | undefined {
  return plainNumber.test(text) ? Number(text) : undefined;
}

function matchesSearch(text: string, { payloads }: FilterSubject): boolean {
  const words = searchWords(text);
  return [payloads?.inputs, payloads?.outputs, payloads?.error].some((content) => {
    if (content === undefined) return false;
    const present = new Set(searchWords(content));
    return words.every((word) => present.has(word));
  });
}
