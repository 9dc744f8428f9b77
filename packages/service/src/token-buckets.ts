export interface TokenBucketsOptions {
  /** Refill of each bucket. */
  perSecond: number;
  /** What a bucket holds that was not used for a while. */
  capacity: number;
  now?: () => number;
}

/** Buckets that are full again are forgotten when there are this many. */
const maxBuckets = 20_000;

interface Bucket {
  tokens: number;
  atMs: number;
}

/**
 * A token bucket per key. Whoever has a token left may begin, and pays what it cost afterwards, be it
 * into debt: what a request costs is known when its body has been read, and then it is too late to
 * save anything by refusing it.
 */
export class TokenBuckets {
  readonly #perSecond: number;
  readonly #capacity: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor({ perSecond, capacity, now = Date.now }: TokenBucketsOptions) {
    this.#perSecond = perSecond;
    this.#capacity = capacity;
    this.#now = now;
  }

  /** Whole seconds until a request may begin; 0 when it may now. */
  waitSeconds(key: string): number {
    const bucket = this.#buckets.get(key);
    if (!bucket) return 0;
    this.#refill(bucket);
    return bucket.tokens >= 1 ? 0 : Math.ceil((1 - bucket.tokens) / this.#perSecond);
  }

  take(key: string, tokens: number): void {
    let bucket = this.#buckets.get(key);
    if (bucket) this.#refill(bucket);
    else {
      if (this.#buckets.size >= maxBuckets) this.#forgetFull();
      bucket = { tokens: this.#capacity, atMs: this.#now() };
      this.#buckets.set(key, bucket);
    }
    bucket.tokens -= tokens;
  }

  #refill(bucket: Bucket): void {
    const nowMs = this.#now();
    // A clock that was set back refills nothing.
    const elapsedMs = Math.max(0, nowMs - bucket.atMs);
    bucket.tokens = Math.min(this.#capacity, bucket.tokens + (elapsedMs * this.#perSecond) / 1000);
    bucket.atMs = nowMs;
  }

  #forgetFull(): void {
    for (const [key, bucket] of this.#buckets) {
      this.#refill(bucket);
      if (bucket.tokens >= this.#capacity) this.#buckets.delete(key);
    }
  }
}
