import { AppError } from '@runlight/service';

/** Bounds the bytes that all requests together hold in memory. */
export interface ByteBudget {
  /** A share for one request. */
  open: () => ByteShare;
  usedBytes: () => number;
}

export interface ByteShare {
  /**
   * Throws UNAVAILABLE when the process holds as much as it may (A1). A request that is alone may take
   * more: its own limits bound it, and refusing it would refuse it for ever.
   */
  take: (bytes: number) => void;
  release: () => void;
}

export function createByteBudget(limitBytes: number): ByteBudget {
  let used = 0;
  return {
    usedBytes: () => used,
    open() {
      let mine = 0;
      return {
        take(bytes) {
          if (used + bytes > limitBytes && used > mine) throw overloaded();
          used += bytes;
          mine += bytes;
        },
        release() {
          used -= mine;
          mine = 0;
        },
      };
    },
  };
}

/** Refused, not queued: the sender keeps its batch and comes back, we keep our memory. */
const overloaded = (): AppError =>
  new AppError('UNAVAILABLE', 'Too much is being received at the moment; send it again', {
    retryAfterSeconds: 1,
  });
