import { Counter, Gauge, Histogram } from '@runlight/service';
import type { Registry } from '@runlight/service';
import type { Journal } from '../journal/journal.ts';

export interface SenderMetrics {
  sends: Counter<'way'>;
  xaddSeconds: Histogram;
  /** Batches that went from the journal to Redis. */
  replayed: Counter;
  quarantined: Counter;
  lost: Counter;
}

export function createSenderMetrics(registry: Registry): SenderMetrics {
  const registers = [registry];
  return {
    sends: new Counter({
      name: 'runlight_ingest_sends_total',
      help: 'Batches by what made them durable: redis or journal; or refused',
      labelNames: ['way'],
      registers,
    }),
    xaddSeconds: new Histogram({
      name: 'runlight_ingest_xadd_seconds',
      help: 'Time until Redis has taken a batch',
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5],
      registers,
    }),
    replayed: new Counter({
      name: 'runlight_ingest_journal_replayed_total',
      help: 'Batches that went from the journal to Redis',
      registers,
    }),
    quarantined: new Counter({
      name: 'runlight_ingest_journal_quarantined_total',
      help: 'Damaged ranges of the journal that were kept aside',
      registers,
    }),
    lost: new Counter({
      name: 'runlight_ingest_queue_lost_total',
      help: 'Times that Redis was found without the memory it had',
      registers,
    }),
  };
}

/** What the journal holds, read when somebody asks. */
export function watchJournal(registry: Registry, journal: Journal): void {
  const figures = [
    ['bytes', 'Bytes of the journal', () => journal.usage().bytes],
    ['records', 'Batches in the journal', () => journal.usage().records],
    [
      'oldest_age_seconds',
      'Age of the oldest batch in the journal',
      () => journal.usage().oldestAgeMs / 1000,
    ],
  ] as const;
  for (const [name, help, read] of figures) {
    void new Gauge({
      name: `runlight_ingest_journal_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  }
}
