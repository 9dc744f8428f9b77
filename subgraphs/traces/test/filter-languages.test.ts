import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  allOf,
  anyOf,
  filterProblem,
  negated,
  parseFilterText,
  parseLangsmithFilter,
  printFilterText,
  printLangsmithFilter,
  runTypes,
  toFilterInput,
} from '@runlight/run-model';
import type { PartTest, RunFilter } from '@runlight/run-model';
import * as fc from 'fast-check';
import { readRunFilter } from '../src/modules/filter/filter-input.ts';
import { filter } from './support/filter-samples.ts';

// Three ways to say a filter, one tree.

/** Without what no language keeps: needless nesting, the order of values that are a set. */
function normal(one: RunFilter): RunFilter {
  switch (one.kind) {
    case 'and':
      return allOf(one.filters.map(normal));
    case 'or':
      return anyOf(one.filters.map(normal));
    case 'not':
      return negated(normal(one.filter));
    case 'scope':
      return { ...one, filter: normal(one.filter) };
    case 'text': {
      const isEnum = one.field === 'status' || one.field === 'runType';
      if (!isEnum || one.operator !== 'in') return one;
      const order: readonly string[] = [...runTypes, 'pending', 'success', 'error'];
      return { ...one, values: order.filter((value) => one.values.includes(value)) };
    }
    default:
      return one;
  }
}

const holdsFor = (check: (one: RunFilter) => void) =>
  fc.assert(
    fc.property(filter, (one) => {
      fc.pre(filterProblem(one) === undefined);
      // Generated objects have no prototype.
      check(JSON.parse(JSON.stringify(normal(one))) as RunFilter);
    }),
    { numRuns: 2000 },
  );

describe('a filter', () => {
  it('is the same after the language of the SDKs', () => {
    holdsFor((one) => {
      const text = printLangsmithFilter(one);
      assert.deepEqual(normal(parseLangsmithFilter(text)), one, text);
    });
  });

  it('is the same after the filter bar', () => {
    holdsFor((one) => {
      const text = printFilterText(one);
      assert.deepEqual(normal(parseFilterText(text)), one, text);
    });
  });

  it('is the same after the GraphQL input, as JSON', () => {
    holdsFor((one) => {
      const json = JSON.stringify(toFilterInput(one));
      assert.deepEqual(sorted(normal(readRunFilter(JSON.parse(json)))), sorted(one), json);
    });
  });
});

/** The input has an order of its own for the tests on one record. */
function sorted(one: RunFilter): RunFilter {
  switch (one.kind) {
    case 'and':
    case 'or':
      return { ...one, filters: one.filters.map(sorted) };
    case 'not':
    case 'scope':
      return { ...one, filter: sorted(one.filter) };
    case 'record':
      return {
        ...one,
        tests: one.tests.toSorted((a, b) => compare(written(a), written(b))),
      };
    default:
      return one;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const written = (test: PartTest): string =>
  JSON.stringify(test, ['part', 'isNot', 'text', 'number', 'operator', 'value', 'values']);
