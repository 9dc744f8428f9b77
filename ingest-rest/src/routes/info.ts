import type { FastifyInstance } from 'fastify';
import { prefixes } from './route.ts';

/**
 * What SDKs ask once before they send (langsmith-protocol §2). All six fields of the batch
 * configuration or none: a missing one kills the Python SDK's tracing thread.
 */
const info = {
  version: '0.18.0',
  license_expiration_time: null,
  batch_ingest_config: {
    use_multipart_endpoint: true,
    size_limit: 100,
    size_limit_bytes: 20_971_520,
    scale_up_qsize_trigger: 1000,
    scale_up_nthreads_limit: 16,
    scale_down_nempty_trigger: 4,
  },
  instance_flags: {
    zstd_compression_enabled: true,
    gzip_body_enabled: true,
    dataset_examples_multipart_enabled: true,
    examples_multipart_enabled: false,
    ch_query_enabled: true,
    sdb_query_enabled: false,
  },
};

export function registerInfo(app: FastifyInstance): void {
  for (const prefix of prefixes) app.get(`${prefix}/info`, () => info);
}
