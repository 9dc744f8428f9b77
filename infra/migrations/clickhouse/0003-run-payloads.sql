-- One row per run and payload field; `content` holds the JSON bytes exactly as they arrived.
-- The small granularity makes reading one run's payloads a point read.
CREATE TABLE IF NOT EXISTS run_payloads
(
    workspace_id  UUID,
    project_id    UUID,
    trace_start   DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    trace_id      UUID CODEC(ZSTD(1)),
    id            UUID CODEC(ZSTD(1)),
    field         LowCardinality(String),
    content       String CODEC(ZSTD(1)),
    content_bytes UInt32 CODEC(T64, ZSTD(1)),
    blob_key      String CODEC(ZSTD(1)),
    expires_at    Date DEFAULT toDate('2149-06-06') CODEC(Delta, ZSTD(1)),
    version       UInt64 CODEC(Delta, ZSTD(1)),

    INDEX by_text content TYPE text(tokenizer = 'splitByNonAlpha', preprocessor = lower(content)) GRANULARITY 1
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(trace_start)
ORDER BY (workspace_id, project_id, trace_start, trace_id, id, field)
TTL expires_at
SETTINGS index_granularity = 1024, fsync_after_insert = 1, fsync_part_directory = 1;
