/**
 * Writes rows in RowBinary into one growing buffer that is reused from batch to batch: no object, no
 * string and no copy per value. https://clickhouse.com/docs/interfaces/formats/RowBinary
 */
export class RowEncoder {
  #bytes: Buffer;
  #view: DataView;
  #length = 0;

  constructor(initialBytes = 1 << 20) {
    this.#bytes = Buffer.allocUnsafe(initialBytes);
    this.#view = viewOf(this.#bytes);
  }

  get length(): number {
    return this.#length;
  }

  /** What was written so far; valid until the next `reset`. */
  take(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  reset(): void {
    this.#length = 0;
  }

  u8(value: number): void {
    this.#ensure(1);
    this.#bytes[this.#length++] = value;
  }

  u16(value: number): void {
    this.#ensure(2);
    this.#view.setUint16(this.#length, value, true);
    this.#length += 2;
  }

  u32(value: number): void {
    this.#ensure(4);
    this.#view.setUint32(this.#length, value, true);
    this.#length += 4;
  }

  /** A safe non-negative integer as UInt64. */
  u64(value: number): void {
    this.#ensure(8);
    this.#view.setUint32(this.#length, value % 2 ** 32, true);
    this.#view.setUint32(this.#length + 4, Math.floor(value / 2 ** 32), true);
    this.#length += 8;
  }

  u64big(value: bigint): void {
    this.#ensure(8);
    this.#view.setBigUint64(this.#length, value, true);
    this.#length += 8;
  }

  /** `DateTime64(6)`: microseconds since 1970, not before it. */
  instantUs(us: number): void {
    this.u64(us);
  }

  f64(value: number): void {
    this.#ensure(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** Canonical text of a UUID: two little-endian halves. */
  uuid(id: string): void {
    this.#ensure(16);
    const at = this.#length;
    const bytes = this.#bytes;
    for (let index = 0; index < 16; index += 1) {
      const from = textOffsets[index]!;
      bytes[at + (index ^ 7)] =
        (nibble(id.charCodeAt(from)) << 4) | nibble(id.charCodeAt(from + 1));
    }
    this.#length += 16;
  }

  nilUuid(): void {
    this.#ensure(16);
    this.#bytes.fill(0, this.#length, this.#length + 16);
    this.#length += 16;
  }

  /** Number of elements in front of an array or map. */
  count(value: number): void {
    this.#ensure(5);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** A string in UTF-8; lone surrogates become U+FFFD. */
  text(value: string): void {
    // At most three bytes per UTF-16 unit: below 43 units the length fits one byte, so the text can
    // be written first and measured after.
    if (value.length < 43) {
      this.#ensure(value.length * 3 + 1);
      const start = this.#length + 1;
      const written = this.#writeShort(value, start);
      this.#bytes[this.#length] = written;
      this.#length = start + written;
      return;
    }
    const size = Buffer.byteLength(value);
    this.count(size);
    this.#ensure(size);
    this.#length += this.#bytes.write(value, this.#length);
  }

  /** A string given as bytes. */
  bytes(value: Uint8Array): void {
    this.count(value.byteLength);
    this.#ensure(value.byteLength);
    this.#bytes.set(value, this.#length);
    this.#length += value.byteLength;
  }

  /** Bytes that are in RowBinary already. */
  raw(value: Uint8Array): void {
    this.#ensure(value.byteLength);
    this.#bytes.set(value, this.#length);
    this.#length += value.byteLength;
  }

  texts(values: readonly string[]): void {
    this.count(values.length);
    for (const value of values) this.text(value);
  }

  /** Copies ASCII by hand, which is faster than a call into the runtime for short texts. */
  #writeShort(value: string, start: number): number {
    for (let index = 0; index < value.length; index += 1) {
      const code = value.charCodeAt(index);
      if (code > 0x7f) return this.#bytes.write(value, start);
      this.#bytes[start + index] = code;
    }
    return value.length;
  }

  #ensure(extra: number): void {
    const needed = this.#length + extra;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
    this.#view = viewOf(grown);
  }
}

export const createRowEncoder = (initialBytes?: number): RowEncoder => new RowEncoder(initialBytes);

const viewOf = (bytes: Buffer) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the two digits of each byte stand in `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`. */
const textOffsets = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/** Value of a lower-case hexadecimal digit. */
const nibble = (code: number) => (code < 0x3a ? code - 0x30 : code - 0x57);
