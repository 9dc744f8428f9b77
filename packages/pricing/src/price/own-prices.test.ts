import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { normaliseUsage } from '../usage/shapes.ts';
import { formatUsd } from './decimal.ts';
import { compileOwnPrices, compilePattern } from './own-prices.ts';
import type { OwnPrice } from './own-prices.ts';
import { createPricer } from './pricer.ts';
import { readPriceTable } from './table.ts';

const us = (time: string) => Date.parse(time) * 1000;
const price = (name: string, more: Partial<OwnPrice> = {}): OwnPrice => ({
  name,
  pattern: 'my-model.*',
  rates: { input: 1, output: 2 },
  from: null,
  knownFrom: '2026-01-01T00:00:00Z',
  ...more,
});
const at = us('2026-11-01T00:00:00Z');
const found = (
  prices: OwnPrice[],
  query: Partial<Parameters<ReturnType<typeof compileOwnPrices>['find']>[0]> = {},
) =>
  compileOwnPrices(prices).find({
    provider: 'openai',
    model: 'my-model-7',
    atUs: at,
    knownAtUs: at,
    ...query,
  })?.name;

describe('a price of a workspace', () => {
  test('matches the whole name, without regard to case', () => {
    assert.equal(found([price('a')]), 'a');
    assert.equal(found([price('a')], { model: 'MY-MODEL' }), 'a');
    assert.equal(found([price('a')], { model: 'not-my-model' }), undefined);
    assert.equal(found([price('a', { pattern: 'my-model' })]), undefined);
  });

  test('may be for one provider', () => {
    assert.equal(found([price('a', { provider: 'OpenAI' })]), 'a');
    assert.equal(found([price('a', { provider: 'azure' })]), undefined);
  });

  test('has a first day, and of several the latest counts', () => {
    const prices = [
      price('old'),
      price('new', { from: '2026-10-01T00:00:00Z' }),
      price('next', { from: '2026-12-01T00:00:00Z' }),
    ];
    assert.equal(found(prices), 'new');
    assert.equal(found(prices, { atUs: us('2026-09-30T00:00:00Z') }), 'old');
  });

  test('counts while it was known: an older version for what was accepted then', () => {
    const changed = us('2026-11-10T00:00:00Z');
    const prices = [
      price('before', { knownUntil: '2026-11-10T00:00:00Z' }),
      price('after', { knownFrom: '2026-11-10T00:00:00Z' }),
    ];
    assert.equal(found(prices, { knownAtUs: changed - 1 }), 'before');
    assert.equal(found(prices, { knownAtUs: changed }), 'after');
    assert.equal(found(prices, { knownAtUs: us('2025-01-01T00:00:00Z') }), undefined);
  });

  test('comes before the table', () => {
    const usage = normaliseUsage({ prompt_tokens: 1000, completion_tokens: 500 })!;
    const priced = createPricer(readPriceTable()).priceUsage(
      usage,
      { provider: 'openai', model: 'gpt-5', atUs: at, knownAtUs: at },
      compileOwnPrices([price('ours', { pattern: 'gpt-5', rates: { input: 0.1, output: 0.2 } })]),
    );
    assert.ok('cost' in priced);
    const { cost } = priced;
    assert.equal(formatUsd(cost.promptUnits + cost.completionUnits), '0.0002');
    assert.deepEqual(
      [cost.source, cost.entry, cost.tableAsOf],
      ['workspace_price', 'ours', undefined],
    );
  });
});

describe('a pattern', () => {
  const problemOf = (pattern: string) => {
    const compiled = compilePattern(pattern);
    return 'problem' in compiled ? compiled.problem : undefined;
  };

  test('is refused when it is none, or not of RE2', () => {
    assert.equal(problemOf('  '), 'empty');
    assert.equal(problemOf('a('), 'not_a_pattern');
    assert.equal(problemOf('(?=a)a'), 'not_a_pattern');
    assert.equal(problemOf('(a)\\1'), 'not_a_pattern');
    assert.equal(problemOf('a'.repeat(201)), 'too_long');
    assert.equal(problemOf('((a{1,100}){1,100}){1,100}') !== undefined, true);
    assert.equal(problemOf('((a{10}){10}){9}'), 'too_complex');
  });

  test('takes linear time where backtracking would take for ever', () => {
    const compiled = compilePattern('(a|a)*(a|aa)+b');
    assert.ok('matches' in compiled);
    assert.equal(compiled.matches('a'.repeat(256)), false);
  });
});
