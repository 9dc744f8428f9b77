/** What the network does to connections, from the moment it is set, open ones included. */
export type ProxyMode =
  | { kind: 'pass' }
  /** Nobody listens: new connections are refused, open ones reset. */
  | { kind: 'refuse' }
  /** Nothing arrives any more, in either direction. What was sent comes late, once it heals. */
  | { kind: 'blackhole' }
  /** Each packet takes this long, one after the other. */
  | { kind: 'slow'; delayMs: number }
  /** Requests arrive; instead of the answer the connection is reset. */
  | { kind: 'cut-reply' }
  /** The connection is reset after so many bytes of requests; those before arrive. */
  | { kind: 'cut-after'; bytes: number }
  /** The other side is gone without a word: the client's connection stays open and silent for good. */
  | { kind: 'half-open' }
  /**
   * Answers are random bytes of the same length. Only answers: nothing can protect a protocol without
   * checksums from damage on the way in, and TCP does not let that happen.
   */
  | { kind: 'garbage' };
