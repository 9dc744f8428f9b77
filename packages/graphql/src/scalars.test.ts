import { formatInstant } from '@runlight/run-model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { parseValue as parseLiteral } from 'graphql';
import { BigIntText, DateTime, Decimal, JSONValue, parseInstant } from './scalars.ts';

const lastUs = Date.parse('9999-12-31T23:59:59.999Z') * 1000 + 999;
/** Instants that are exact numbers. */
const instant = fc.integer({
  min: Math.max(Number.MIN_SAFE_INTEGER, -62_135_596_800_000_000),
  max: Math.min(Number.MAX_SAFE_INTEGER, lastUs),
});

describe('DateTime', () => {
  test('text of an instant reads as that instant', () => {
    fc.assert(
      fc.property(instant, (us) => {
        assert.equal(parseInstant(formatInstant(us)), us);
        assert.match(formatInstant(us), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      }),
    );
  });

  test('any text is an instant or none, and never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(parseInstant(text), undefined);
      }),
    );
  });

  const second = Date.parse('2026-01-02T03:04:05Z') * 1000;
  const cases: [string, number | undefined][] = [
    ['2026-01-02T03:04:05Z', second],
    ['2026-01-02t03:04:05z', second],
    ['2026-01-02T03:04:05.1Z', second + 100_000],
    ['2026-01-02T03:04:05.123456Z', second + 123_456],
    ['2026-01-02T03:04:05.123456789Z', second + 123_456],
    ['2026-01-02T05:04:05+02:00', second],
    ['2026-01-02T03:04:05', undefined],
    ['2026-01-02', undefined],
    ['2026-13-02T03:04:05Z', undefined],
    ['2026-02-30T03:04:05Z', undefined],
    ['2025-02-29T03:04:05Z', undefined],
    ['2024-02-29T03:04:05Z', Date.parse('2024-02-29T03:04:05Z') * 1000],
    ['2026-01-02T25:04:05Z', undefined],
    ['2026-01-02T24:00:00Z', undefined],
    ['2026-01-02T03:04:60Z', undefined],
    ['2026-01-02T03:04:05+99:00', undefined],
    ['02026-01-02T03:04:05Z', undefined],
    [' 2026-01-02T03:04:05Z', undefined],
    ['2026-01-02T03:04:05.Z', undefined],
  ];
  for (const [text, us] of cases) {
    test(`${text} is ${us === undefined ? 'no' : 'an'} instant`, () => {
      assert.equal(parseInstant(text), us);
    });
  }

  test('bad input has a code for the caller', () => {
    for (const value of ['yesterday', 5, null, {}]) {
      assert.throws(() => DateTime.parseValue(value), { extensions: { code: 'BAD_USER_INPUT' } });
    }
    assert.equal(DateTime.parseLiteral(parseLiteral('"2026-01-02T03:04:05Z"'), {}), second);
    assert.throws(() => DateTime.parseLiteral(parseLiteral('1767323045'), {}));
  });

  test('a Date is written like microseconds', () => {
    assert.equal(DateTime.serialize(new Date(second / 1000)), '2026-01-02T03:04:05.000000Z');
    assert.throws(() => DateTime.serialize('2026'));
  });
});

describe('Decimal', () => {
  const cases: [unknown, string][] = [
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [100, '100'],
    [10.5, '10.5'],
    [0.0042, '0.0042'],
    [1e-7, '0.0000001'],
    [-1e-15, '0'],
    [-2.5, '-2.5'],
    ['0.30', '0.30'],
  ];
  for (const [value, text] of cases) {
    test(`${String(value)} is written ${text}`, () => {
      assert.equal(Decimal.serialize(value), text);
    });
  }

  test('never shows an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e20, max: 1e20 }), (value) => {
        assert.match(Decimal.serialize(value), /^-?\d+(\.\d*[1-9])?$/);
      }),
    );
  });

  test('refuses what is no number', () => {
    for (const value of [NaN, Infinity, null, {}]) assert.throws(() => Decimal.serialize(value));
    for (const value of ['1e5', '', '1.', 'x', 5]) assert.throws(() => Decimal.parseValue(value));
    assert.equal(Decimal.parseValue('-0.30'), '-0.30');
  });
});

describe('BigInt', () => {
  test('is text without loss', () => {
    assert.equal(BigIntText.serialize(2 ** 40), '1099511627776');
    assert.equal(BigIntText.serialize('-9223372036854775808'), '-9223372036854775808');
    assert.equal(BigIntText.parseValue('12'), '12');
  });

  test('refuses what is no whole number', () => {
    for (const value of [0.5, 2 ** 60, null, '1.5']) {
      assert.throws(() => BigIntText.serialize(value));
    }
    for (const value of [5, '1e5', '']) assert.throws(() => BigIntText.parseValue(value));
  });
});

test('JSON passes values through, also as literals', () => {
  const value = { a: [1, null, 'x'] };
  assert.equal(JSONValue.serialize(value), value);
  assert.deepEqual(
    JSON.parse(JSON.stringify(JSONValue.parseLiteral(parseLiteral('{ a: [1, null, "x"] }'), {}))),
    value,
  );
});

test('JSON that nests too deep to be printed is refused', () => {
  const nested = (levels: number): unknown =>
    JSON.parse(`${'{"a":['.repeat(levels / 2)}1${']}'.repeat(levels / 2)}`);
  assert.ok(JSONValue.parseValue(nested(256)));
  for (const levels of [258, 30_000]) {
    assert.throws(() => JSONValue.parseValue(nested(levels)), /at most 256 levels/);
  }
  const literal = parseLiteral(`${'['.repeat(300)}${']'.repeat(300)}`);
  assert.throws(() => JSONValue.parseLiteral(literal, {}), /at most 256 levels/);
});
