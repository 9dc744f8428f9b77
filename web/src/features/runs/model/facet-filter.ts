import { allOf, anyOf, conjuncts, negated } from '@runlight/run-model/filter';
import type { PartTest, RecordKind, RunFilter, TextField } from '@runlight/run-model/filter';

/** A facet of the sidebar as a place in the filter: values of a field, of a metadata key, or keys. */
export type FacetPlace =
  | { kind: 'text'; field: TextField }
  /** Values are parts of the texts, e.g. the first line of an error. */
  | { kind: 'part'; field: 'error' }
  | { kind: 'entry'; of: 'metadata'; key: string }
  | { kind: 'key'; of: Extract<RecordKind, 'metadata' | 'feedback'> };

export type FacetMark = 'included' | 'excluded' | undefined;

/** How the filter stands to one value of a facet. */
export function facetMark(filter: RunFilter, place: FacetPlace, value: string): FacetMark {
  for (const part of conjuncts(filter)) {
    if (valuesIn(part, place)?.includes(value)) return 'included';
    if (part.kind === 'not' && valuesIn(part.filter, place)?.includes(value)) return 'excluded';
  }
  return undefined;
}

/** Whether the filter says anything about the facet that a click in the sidebar could change. */
export function isFaceted(filter: RunFilter, place: FacetPlace): boolean {
  return conjuncts(filter).some(
    (part) =>
      valuesIn(part, place) !== undefined ||
      (part.kind === 'not' && valuesIn(part.filter, place) !== undefined),
  );
}

/** The values the filter lists for a facet, whether or not any run has them. */
export function facetValues(filter: RunFilter, place: FacetPlace): string[] {
  const values = conjuncts(filter).flatMap((part) => [
    ...(valuesIn(part, place) ?? []),
    ...(part.kind === 'not' ? (valuesIn(part.filter, place) ?? []) : []),
  ]);
  return [...new Set(values)];
}

/**
 * The filter with a value included or excluded; doing the same again takes it back. Several included
 * values are alternatives, several excluded ones are all kept out; the rest of the filter stays.
 */
export function withFacet(
  filter: RunFilter,
  place: FacetPlace,
  value: string,
  mark: Exclude<FacetMark, undefined>,
): RunFilter {
  const before = facetMark(filter, place, value);
  const cleared = before === undefined ? filter : without(filter, place, value);
  if (before === mark) return cleared;
  const parts = [...conjuncts(cleared)];
  const at = parts.findIndex((part) =>
    mark === 'included'
      ? valuesIn(part, place) !== undefined
      : part.kind === 'not' && valuesIn(part.filter, place) !== undefined,
  );
  const found = parts[at];
  const known = found ? valuesOf(found, place) : [];
  const next = signed(conditionOf(place, [...known, value]), mark);
  if (at < 0) return allOf([...parts, next]);
  parts[at] = next;
  return allOf(parts);
}

/** The filter without anything a click in this facet could have said. */
export function withoutFacet(filter: RunFilter, place: FacetPlace): RunFilter {
  return allOf(
    conjuncts(filter).filter(
      (part) =>
        valuesIn(part, place) === undefined &&
        !(part.kind === 'not' && valuesIn(part.filter, place) !== undefined),
    ),
  );
}

function without(filter: RunFilter, place: FacetPlace, value: string): RunFilter {
  return allOf(
    conjuncts(filter).flatMap((part) => {
      const values = valuesOf(part, place);
      if (!values.includes(value)) return [part];
      const rest = values.filter((other) => other !== value);
      if (rest.length === 0) return [];
      return [signed(conditionOf(place, rest), part.kind === 'not' ? 'excluded' : 'included')];
    }),
  );
}

function signed(filter: RunFilter, mark: FacetMark): RunFilter {
  return mark === 'excluded' ? negated(filter) : filter;
}

function valuesOf(part: RunFilter, place: FacetPlace): readonly string[] {
  return valuesIn(part.kind === 'not' ? part.filter : part, place) ?? [];
}

function conditionOf(place: FacetPlace, values: readonly string[]): RunFilter {
  if (place.kind === 'part') return anyOf(values.map((value) => partCondition(place, value)));
  const test = listTest(values);
  // Both kinds of text fields take both of these tests.
  if (place.kind === 'text') return { kind: 'text', field: place.field, ...test } as RunFilter;
  const tests: PartTest[] =
    place.kind === 'key'
      ? [{ part: 'key', text: test }]
      : [
          { part: 'key', text: { operator: 'eq', value: place.key } },
          { part: 'value', text: test },
        ];
  return { kind: 'record', of: place.of, tests };
}

function partCondition({ field }: { field: 'error' }, value: string): RunFilter {
  return { kind: 'text', field, operator: 'contains', value };
}

/** The value of a condition, or the values of alternatives that are nothing else. */
function partsIn(filter: RunFilter, field: string): readonly string[] | undefined {
  if (filter.kind === 'or') {
    const parts = filter.filters.map((part) => partsIn(part, field));
    return parts.length === 0 || parts.includes(undefined)
      ? undefined
      : parts.flatMap((values) => values ?? []);
  }
  const isPart = filter.kind === 'text' && filter.field === field && filter.operator === 'contains';
  return isPart ? [filter.value] : undefined;
}

function listTest(values: readonly string[]) {
  return values.length === 1
    ? ({ operator: 'eq', value: values[0]! } as const)
    : ({ operator: 'in', values } as const);
}

/** The values a condition asks for at this place; undefined when it is about something else. */
function valuesIn(filter: RunFilter, place: FacetPlace): readonly string[] | undefined {
  if (place.kind === 'part') return partsIn(filter, place.field);
  if (place.kind === 'text') {
    return filter.kind === 'text' && filter.field === place.field ? listed(filter) : undefined;
  }
  if (filter.kind !== 'record' || filter.of !== place.of) return undefined;
  const [first, second] = filter.tests;
  const isOne = (test: PartTest | undefined, part: string) =>
    test !== undefined && test.part === part && 'text' in test && !test.isNot;
  if (place.kind === 'key') {
    const isKeyOnly = filter.tests.length === 1 && isOne(first, 'key');
    return isKeyOnly && first && 'text' in first ? listed(first.text) : undefined;
  }
  if (filter.tests.length !== 2 || !isOne(first, 'key') || !isOne(second, 'value'))
    return undefined;
  if (!first || !('text' in first) || !second || !('text' in second)) return undefined;
  return listed(first.text)?.join() === place.key ? listed(second.text) : undefined;
}

function listed(test: { operator: string; value?: unknown; values?: readonly string[] }) {
  if (test.operator === 'in') return test.values;
  return test.operator === 'eq' && typeof test.value === 'string' ? [test.value] : undefined;
}
