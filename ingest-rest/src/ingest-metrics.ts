import { Counter, Gauge, Histogram } from '@runlight/service';
import type { Registry } from '@runlight/service';
import type { ByteBudget } from './body/byte-budget.ts';

export interface IngestMetrics {
  inFlightBytes: Gauge;
  requests: Counter<'route' | 'status'>;
  operations: Counter<'outcome'>;
  bodyBytes: Counter;
  seconds: Histogram<'route'>;
  hints: Counter<'outcome'>;
  quotaRefusals: Counter<'quota'>;
  blobs: Counter;
  blobBytes: Counter;
}

export function createIngestMetrics(registry: Registry, budget: ByteBudget): IngestMetrics {
  const registers = [registry];
  return {
    inFlightBytes: new Gauge({
      name: 'runlight_ingest_in_flight_bytes',
      help: 'Bytes of request bodies held in memory',
      registers,
      collect() {
        this.set(budget.usedBytes());
      },
    }),
    requests: new Counter({
      name: 'runlight_ingest_requests_total',
      help: 'Requests by route and status',
      labelNames: ['route', 'status'],
      registers,
    }),
    operations: new Counter({
      name: 'runlight_ingest_operations_total',
      help: 'Operations on runs and feedback: accepted or rejected',
      labelNames: ['outcome'],
      registers,
    }),
    bodyBytes: new Counter({
      name: 'runlight_ingest_body_bytes_total',
      help: 'Bytes of accepted bodies after decompression',
      registers,
    }),
    seconds: new Histogram({
      name: 'runlight_ingest_request_seconds',
      help: 'Time from the headers of a request to its answer',
      labelNames: ['route'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    quotaRefusals: new Counter({
      name: 'runlight_ingest_quota_refusals_total',
      help: 'Requests refused because of a quota: calls of a key, runs or bytes of a workspace',
      labelNames: ['quota'],
      registers,
    }),
    blobs: new Counter({
      name: 'runlight_ingest_blobs_total',
      help: 'Media, attachments and large payloads of accepted requests, each content once per request',
      registers,
    }),
    blobBytes: new Counter({
      name: 'runlight_ingest_blob_bytes_total',
      help: 'Bytes of these contents',
      registers,
    }),
    hints: new Counter({
      name: 'runlight_ingest_live_hints_total',
      help: 'Live hints: sent, or lost on the way to Redis',
      labelNames: ['outcome'],
      registers,
    }),
  };
}
