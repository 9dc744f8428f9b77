import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isAppError } from '@runlight/service';
import { createQuotas } from './quotas.ts';
import type { Quota, QuotaRates } from './quotas.ts';

const sender = { workspaceId: 'workspace', keyId: 'key' };
const none: QuotaRates = { runsPerSecond: 0, bytesPerSecond: 0, callsPerMinute: 0 };

function start(rates: Partial<QuotaRates>) {
  const clock = { nowMs: 1_000_000 };
  const refused: Quota[] = [];
  const quotas = createQuotas(
    { ...none, ...rates },
    { now: () => clock.nowMs, onRefusal: (quota) => refused.push(quota) },
  );
  /** Seconds to wait, 0 when it may begin. */
  const wait = (who = sender): number => {
    try {
      quotas.admit(who);
      return 0;
    } catch (error) {
      assert.ok(isAppError(error) && error.code === 'RATE_LIMITED');
      return error.retryAfterSeconds!;
    }
  };
  return { quotas, clock, refused, wait };
}

describe('quotas (§7), with a burst of 30 seconds', () => {
  test('500 runs a second: 15 000 at once, and not one more', () => {
    const { quotas, clock, refused, wait } = start({ runsPerSecond: 500 });
    quotas.charge(sender, { runs: 14_999, bytes: 1e9 });
    assert.equal(wait(), 0);
    quotas.charge(sender, { runs: 1, bytes: 1e9 });
    assert.equal(wait(), 1);
    assert.deepEqual(refused, ['runs']);
    clock.nowMs += 1;
    assert.equal(wait(), 1);
    clock.nowMs += 1;
    assert.equal(wait(), 0);
    // For long no more than the rate.
    for (let second = 0; second < 60; second += 1) {
      clock.nowMs += 1000;
      assert.equal(wait(), 0);
      quotas.charge(sender, { runs: 500, bytes: 0 });
    }
    quotas.charge(sender, { runs: 1, bytes: 0 });
    assert.equal(wait(), 1);
  });

  test('20 MB a second: a debt is paid off before the next request', () => {
    const { quotas, clock, wait } = start({ bytesPerSecond: 20_000_000 });
    quotas.charge(sender, { runs: 1e6, bytes: 599_999_999 });
    assert.equal(wait(), 0);
    quotas.charge(sender, { runs: 1, bytes: 100_000_000 });
    assert.equal(wait(), 5);
    clock.nowMs += 4999;
    assert.equal(wait(), 1);
    clock.nowMs += 1;
    assert.equal(wait(), 0);
  });

  test('requests of a key: 6 seconds’ worth at once', () => {
    const { clock, wait } = start({ callsPerMinute: 12_000 });
    for (let call = 0; call < 1200; call += 1) assert.equal(wait(), 0, String(call));
    assert.equal(wait(), 1);
    assert.equal(wait({ ...sender, keyId: 'another' }), 0);
    // Ten SDK processes that send a batch every 250 ms, each with two updates in flight beside it.
    for (let tick = 0; tick < 400; tick += 1) {
      clock.nowMs += 250;
      for (let call = 0; call < 30; call += 1) assert.equal(wait(), 0);
    }
  });

  test('one workspace costs no other', () => {
    const { quotas, wait } = start({ runsPerSecond: 1 });
    quotas.charge(sender, { runs: 1000, bytes: 0 });
    assert.ok(wait() > 0);
    assert.equal(wait({ ...sender, workspaceId: 'another' }), 0);
  });

  test('0 is no limit', () => {
    const { quotas, refused, wait } = start({});
    quotas.charge(sender, { runs: 1e9, bytes: 1e12 });
    for (let call = 0; call < 10_000; call += 1) assert.equal(wait(), 0);
    assert.deepEqual(refused, []);
  });

  test('F26: a clock that is set back gives nothing and takes nothing', () => {
    const { quotas, clock, wait } = start({ runsPerSecond: 10 });
    quotas.charge(sender, { runs: 300, bytes: 0 });
    clock.nowMs -= 3_600_000;
    assert.equal(wait(), 1);
    clock.nowMs += 100;
    assert.equal(wait(), 0);
  });

  test('a debtor is not forgotten among many senders', () => {
    const { quotas, clock, wait } = start({ runsPerSecond: 1 });
    quotas.charge(sender, { runs: 100_000, bytes: 0 });
    for (let index = 0; index < 50_000; index += 1) {
      clock.nowMs += 2;
      quotas.charge({ ...sender, workspaceId: String(index) }, { runs: 1, bytes: 0 });
    }
    assert.ok(wait() > 0);
  });
});
