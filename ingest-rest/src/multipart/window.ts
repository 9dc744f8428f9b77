/**
 * The bytes of a stream that are not consumed yet, as one piece; positions are offsets into it and
 * hold until the next `append` or `refill`. Bytes are copied only where something spans two chunks.
 */
export interface ByteWindow {
  append: (chunk: Buffer) => void;
  /** Makes more of the appended chunk visible, when the visible part was not enough. */
  refill: () => boolean;
  position: () => number;
  /** Unconsumed bytes that are visible. */
  length: () => number;
  skipTo: (position: number) => void;
  /** How many bytes are needed from the position on before anything can happen. */
  expect: (count: number) => void;
  /** Position of the needle at or after the position; what was searched is not searched again. */
  find: (needle: Buffer) => number;
  /** Goes on searching from here, after a find that was not what it looked like. */
  searchFrom: (position: number) => void;
  matches: (wanted: Buffer, position: number) => boolean;
  uint16: (position: number) => number;
  latin1: (from: number, to: number) => string;
  view: (from: number, to: number) => Buffer;
}

/** What a part that spans two chunks usually needs of the second one before we know its length. */
const bridgeBytes = 512;

export function createByteWindow(): ByteWindow {
  let bytes: Buffer = Buffer.alloc(0);
  let start = 0;
  let end = 0;
  let searched = 0;
  let expected = 0;
  /** A chunk of which only the first `shown` bytes were copied behind what was there before. */
  let chunk: Buffer | undefined;
  let shown = 0;

  function show(count: number): void {
    const source = chunk!.subarray(shown, shown + count);
    const unread = end - start;
    if (bytes.length - end < source.length) {
      // Twice as much as is held, so that a part in many chunks is copied a constant number of times.
      const room = Math.max(unread + source.length, expected, unread * 2);
      const larger = Buffer.allocUnsafeSlow(room);
      bytes.copy(larger, 0, start, end);
      bytes = larger;
      searched = Math.max(0, searched - start);
      start = 0;
      end = unread;
    }
    source.copy(bytes, end);
    end += source.length;
    shown += source.length;
    if (shown === chunk!.length) chunk = undefined;
  }

  function moveTo(next: Buffer, position: number): void {
    bytes = next;
    start = position;
    searched = position;
    end = next.length;
    chunk = undefined;
  }

  return {
    append(next) {
      if (start === end) {
        moveTo(next, 0);
        return;
      }
      chunk = next;
      shown = 0;
      show(Math.min(next.length, Math.max(bridgeBytes, expected - (end - start))));
    },
    refill() {
      if (!chunk) return false;
      const unread = end - start;
      // All that is left came from the chunk itself: go on there, without a copy.
      if (unread <= shown) moveTo(chunk, shown - unread);
      else show(chunk.length - shown);
      return true;
    },
    position: () => start,
    length: () => end - start,
    skipTo(position) {
      start = position;
      searched = position;
      expected = 0;
    },
    expect: (count) => (expected = count),
    find(needle) {
      const from = Math.max(start, searched);
      // The piece may have room beyond the end, with whatever stood there before.
      const at = (end === bytes.length ? bytes : bytes.subarray(0, end)).indexOf(needle, from);
      searched = at === -1 ? Math.max(start, end - needle.length + 1) : at;
      return at;
    },
    searchFrom: (position) => (searched = position),
    matches(wanted, position) {
      if (position + wanted.length > end) return false;
      for (let index = 0; index < wanted.length; index += 1) {
        if (bytes[position + index] !== wanted[index]) return false;
      }
      return true;
    },
    uint16: (position) => (bytes[position]! << 8) | bytes[position + 1]!,
    latin1: (from, to) => bytes.toString('latin1', from, Math.min(to, end)),
    view: (from, to) => bytes.subarray(from, to),
  };
}
