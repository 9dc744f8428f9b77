import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { dayUs, isNarrow, spanOfList, windowsOf } from './time-windows.ts';
import type { Span } from './time-windows.ts';

const hourUs = dayUs / 24;
const now = 1_800_000_000_000_000;

describe('spanOfList', () => {
  it('is a day without a range, all with an empty one', () => {
    assert.deepEqual(spanOfList(undefined, 'DESC', now), { fromUs: now - dayUs, toUs: undefined });
    assert.deepEqual(spanOfList({}, 'DESC', now), { fromUs: undefined, toUs: undefined });
    assert.deepEqual(spanOfList({ from: -5, to: 2 ** 53 }, 'DESC', now), {
      fromUs: 0,
      toUs: Date.UTC(2201, 0, 1) * 1000,
    });
  });

  it('ends, oldest first, about where page one was read', () => {
    const { toUs } = spanOfList({}, 'ASC', now);
    assert.ok(toUs! > now && toUs! < now + hourUs);
    assert.equal(spanOfList({ to: 7 }, 'ASC', now).toUs, 7);
  });
});

describe('windowsOf', () => {
  it('widens from the anchor, and takes all in the end', () => {
    assert.deepEqual(windowsOf({}, 'DESC', now), [
      { fromUs: now - hourUs, toUs: undefined },
      { fromUs: now - dayUs, toUs: now - hourUs },
      { fromUs: now - 7 * dayUs, toUs: now - dayUs },
      { fromUs: now - 31 * dayUs, toUs: now - 7 * dayUs },
      { fromUs: undefined, toUs: now - 31 * dayUs },
    ]);
    assert.deepEqual(windowsOf({ fromUs: now, toUs: now + 2 * dayUs }, 'ASC', now), [
      { fromUs: now, toUs: now + hourUs },
      { fromUs: now + hourUs, toUs: now + dayUs },
      { fromUs: now + dayUs, toUs: now + 2 * dayUs },
    ]);
  });

  it('leaves a short span whole', () => {
    const span = { fromUs: now - dayUs, toUs: now };
    assert.deepEqual(windowsOf(span, 'DESC', now), [span]);
    assert.ok(isNarrow(span, now));
    assert.ok(isNarrow({ fromUs: now - dayUs }, now));
    assert.ok(!isNarrow({ fromUs: now - 2 * dayUs }, now));
    assert.ok(!isNarrow({ toUs: now }, now));
  });

  it('covers the span once, in order, whatever the anchor', () => {
    const time = fc.integer({ min: 0, max: 2 ** 52 });
    fc.assert(
      fc.property(
        fc.option(time, { nil: undefined }),
        fc.option(time, { nil: undefined }),
        fc.constantFrom('ASC' as const, 'DESC' as const),
        time,
        (fromUs, toUs, direction, anchorUs) => {
          const windows = windowsOf({ fromUs, toUs }, direction, anchorUs);
          const inTime: Span[] = direction === 'ASC' ? windows : windows.toReversed();
          assert.equal(inTime[0]!.fromUs, fromUs);
          assert.equal(inTime.at(-1)!.toUs, toUs);
          for (const [index, window] of inTime.entries()) {
            if (index > 0) assert.equal(window.fromUs, inTime[index - 1]!.toUs);
            if (fromUs !== undefined && toUs !== undefined && fromUs < toUs) {
              assert.ok(window.fromUs! < window.toUs!);
            }
          }
        },
      ),
    );
  });
});
