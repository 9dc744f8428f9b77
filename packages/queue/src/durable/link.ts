import type { Logger } from '@runlight/service';
import { createIngestProducer } from '../producer.ts';
import type { Redis } from '../redis.ts';
import { createCircuit } from './circuit.ts';
import type { SenderMetrics } from './sender-metrics.ts';

/** The way to the queue. */
export interface Link {
  /** Puts the bytes of a batch into the queue. Throws UNAVAILABLE; it may be there all the same. */
  xadd: (encoded: Buffer) => Promise<void>;
  /** Whether Redis answers in time, as far as is known. */
  isOpen: () => boolean;
  /** Whether Redis took what it was given last. */
  works: () => boolean;
  close: () => void;
}

/** A failure that took this long was no refusal but silence. */
const silenceMs = 1000;

export function createLink(redis: Redis, metrics: SenderMetrics, log: Logger): Link {
  const producer = createIngestProducer(redis);
  const circuit = createCircuit({ probe: () => redis.ping(), log });
  let didWork = true;

  return {
    async xadd(encoded) {
      const startedAt = performance.now();
      try {
        await producer.sendEncoded(encoded);
        didWork = true;
        circuit.answered();
        metrics.xaddSeconds.observe((performance.now() - startedAt) / 1000);
      } catch (error) {
        didWork = false;
        if (performance.now() - startedAt >= silenceMs) circuit.timedOut();
        throw error;
      }
    },
    isOpen: () => !circuit.isBroken(),
    works: () => didWork && !circuit.isBroken() && redis.status === 'ready',
    close: circuit.close,
  };
}
