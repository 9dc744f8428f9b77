import { formatUuid } from '@runlight/run-model';

/** Reads a result in RowBinary, value by value, in the order of the query's columns. */
export class RowReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** A fixed number of bytes as text of one character per byte: a cheap key for a Map. */
  latin1(size: number): string {
    this.#at += size;
    return this.#bytes.toString('latin1', this.#at - size, this.#at);
  }

  u64big(): bigint {
    this.#at += 8;
    return this.#bytes.readBigUInt64LE(this.#at - 8);
  }

  /** An Int64 below 2^53 in size, such as a `DateTime64(6)`. */
  i64(): number {
    this.#at += 8;
    return Number(this.#bytes.readBigInt64LE(this.#at - 8));
  }

  uuid(): string {
    for (let index = 0; index < 16; index += 1) {
      uuidScratch[index] = this.#bytes[this.#at + (index ^ 7)]!;
    }
    this.#at += 16;
    return formatUuid(uuidScratch);
  }

  text(): string {
    const size = this.#count();
    this.#at += size;
    return this.#bytes.toString('utf8', this.#at - size, this.#at);
  }

  #count(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}

const uuidScratch = Buffer.alloc(16);
