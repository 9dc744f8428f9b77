import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { test } from 'node:test';
import { formatRate, formatUsd, rateUnits, timesFactor, usdNumber, usdUnits } from './decimal.ts';

test('tokens times rate is exact', () => {
  assert.equal(formatUsd(usdUnits(3, rateUnits(0.1))), '0.0000003');
  assert.equal(
    formatUsd(usdUnits(9_007_199_254_740_991, rateUnits('0.000001'))),
    '9007.199254740991',
  );
  assert.equal(formatRate(timesFactor(rateUnits(2.5), 0.52)), '1.3');
  assert.equal(formatRate(rateUnits(1e-7)), '0.0000001');
  assert.equal(formatUsd(0n), '0');
  assert.throws(() => rateUnits('1,5'), RangeError);
});

test('the number of a sum is the one nearest to its text', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 27n }),
      fc.constantFrom(1n, 10n ** 6n, 10n ** 9n),
      (some, times) => {
        const units = some * times;
        assert.equal(usdNumber(units), Number(formatUsd(units)));
      },
    ),
  );
});
