import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { array, assert as check, integer, property, string, uuid } from 'fast-check';
import { formatSegment, lastStampUs, maxSegments, parseDottedOrder } from './dotted-order.ts';
import { endOfTimeUs } from './time.ts';

const a = '01900000-0000-7000-8000-00000000000a';
const b = '01900000-0000-7000-8000-00000000000b';
const stamp = '20260102T030405678001Z';
const us = Date.UTC(2026, 0, 2, 3, 4, 5, 678) * 1000 + 1;

describe('dotted order', () => {
  it('says where a run stands', () => {
    const order = parseDottedOrder(`${stamp}${a}.${stamp}${b}`);
    assert.ok(order);
    assert.equal(order.traceId, a);
    assert.equal(order.parentRunId, a);
    assert.equal(order.runId, b);
    assert.equal(order.traceStartUs, us);
    assert.equal(lastStampUs(order), us);
    assert.equal(order.isAscending, true);
  });

  it('is written in canonical form', () => {
    const odd = `20260102T030405678Z${a.replaceAll('-', '')}.20260102T030406Z${b.toUpperCase()}`;
    const order = parseDottedOrder(odd);
    assert.equal(order?.text, `20260102T030405678000Z${a}.20260102T030406000000Z${b}`);
  });

  it('notices a child that starts before its parent', () => {
    assert.equal(parseDottedOrder(`${stamp}${a}.20250102T030405678001Z${b}`)?.isAscending, false);
  });

  const malformed = [
    '',
    '.',
    stamp,
    a,
    `${stamp}${a}.`,
    `.${stamp}${a}`,
    `${stamp}${a}..${stamp}${b}`,
    `${stamp}zzz`,
    `20261302T030405678001Z${a}`,
    `99990102T030405678001Z${a}`,
    `00010102T030405678001Z${a}`,
    `2026-01-02T03:04:05.678Z${a}`,
    `${stamp}${a} `,
  ];
  for (const text of malformed) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseDottedOrder(text), undefined));
  }

  it('has at most 512 segments', () => {
    const path = (length: number) => Array.from({ length }, () => `${stamp}${a}`).join('.');
    assert.ok(parseDottedOrder(path(maxSegments)));
    assert.equal(parseDottedOrder(path(maxSegments + 1)), undefined);
    assert.equal(parseDottedOrder(path(5000)), undefined);
  });

  it('reads what it writes', () => {
    const segment = [
      integer({ min: 0, max: endOfTimeUs / 1000 - 1 }),
      integer({ min: 0, max: 999 }),
      uuid(),
    ] as const;
    check(
      property(
        array(integer(), { minLength: 1, maxLength: 5 }),
        ...segment,
        (path, ms, micros, id) => {
          const startUs = ms * 1000 + micros;
          const text = path.map(() => formatSegment(startUs, id.toLowerCase())).join('.');
          const order = parseDottedOrder(text);
          return (
            order?.text === text && order.traceStartUs === startUs && lastStampUs(order) === startUs
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never throws', () => {
    check(
      property(string({ unit: 'binary', maxLength: 200 }), (text) => {
        parseDottedOrder(text);
      }),
      { numRuns: 2000 },
    );
  });
});
