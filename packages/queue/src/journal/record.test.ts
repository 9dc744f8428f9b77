import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '@runlight/run-model';
import * as fc from 'fast-check';
import { newMarker, readRecords, recordHead } from './record.ts';

const batches = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 12 });

interface Written {
  marker: Buffer;
  source: Buffer;
  /** Where each record begins and ends. */
  places: { batchId: string; start: number; end: number }[];
}

function write(contents: Uint8Array[]): Written {
  const marker = newMarker();
  const parts: Uint8Array[] = [];
  const places: Written['places'] = [];
  let at = 0;
  for (const bytes of contents) {
    const batchId = uuidv7();
    const head = recordHead(marker, batchId, bytes);
    parts.push(head, bytes);
    places.push({ batchId, start: at, end: at + head.length + bytes.length });
    at += head.length + bytes.length;
  }
  return { marker, source: Buffer.concat(parts), places };
}

const idsOf = (records: { batchId: string }[]) => records.map(({ batchId }) => batchId);

test('records come out as they went in', () => {
  fc.assert(
    fc.property(batches, fc.nat(1000), (contents, offset) => {
      const { marker, source, places } = write(contents);
      const { records, damaged } = readRecords(source, marker, offset);
      assert.deepEqual(damaged, []);
      assert.deepEqual(
        records.map(({ batchId, bytes, start, end }) => [batchId, [...bytes], start, end]),
        places.map(({ batchId, start, end }, index) => [
          batchId,
          [...contents[index]!],
          start + offset,
          end + offset,
        ]),
      );
    }),
    { numRuns: 1000 },
  );
});

test('bit flips lose only the records they hit, and nothing else is read (F23)', () => {
  const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 7 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(batches, flips, (contents, places) => {
      const written = write(contents);
      const source = Buffer.from(written.source);
      for (const [place, bit] of places) {
        const at = place % source.length;
        source[at] = source[at]! ^ (1 << bit);
      }
      const hit = written.places.filter(
        ({ start, end }) =>
          !source.subarray(start, end).equals(written.source.subarray(start, end)),
      );
      const { records, damaged } = readRecords(source, written.marker);
      assert.deepEqual(idsOf(records), idsOf(written.places.filter((each) => !hit.includes(each))));
      const isReported = (at: number) => damaged.some(({ start, end }) => start <= at && at < end);
      for (const { start, end } of hit) assert.ok(isReported(start) && isReported(end - 1));
      assert.equal(
        damaged.reduce((sum, { start, end }) => sum + end - start, 0),
        hit.reduce((sum, { start, end }) => sum + end - start, 0),
      );
    }),
    { numRuns: 2000 },
  );
});

test('a file that was cut loses only what was cut (F23)', () => {
  fc.assert(
    fc.property(batches, fc.nat(), (contents, place) => {
      const { marker, source, places } = write(contents);
      const length = place % (source.length + 1);
      const { records, damaged } = readRecords(source.subarray(0, length), marker);
      const whole = places.filter(({ end }) => end <= length);
      assert.deepEqual(idsOf(records), idsOf(whole));
      const wholeEnd = whole.at(-1)?.end ?? 0;
      assert.deepEqual(damaged, wholeEnd < length ? [{ start: wholeEnd, end: length }] : []);
    }),
    { numRuns: 1000 },
  );
});

test('bytes that look like a record inside a damaged one are not taken for one', () => {
  const forged = write([Buffer.from('forged')]);
  const { marker, source } = write([forged.source, Buffer.from('next')]);
  source[0] = source[0]! ^ 1;
  assert.equal(readRecords(source, marker).records.length, 1);
});
