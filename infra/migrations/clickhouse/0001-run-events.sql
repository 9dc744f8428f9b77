-- One row per accepted operation: the log from which `runs` can be rebuilt at any time.
-- A second delivery of an operation writes the very same row. The batch id in the key keeps two
-- operations apart even if two ingest replicas gave them the same sequence.
CREATE TABLE IF NOT EXISTS run_events
(
    workspace_id  UUID,
    project_id    UUID,
    trace_start   DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    trace_id      UUID CODEC(ZSTD(1)),
    id            UUID CODEC(ZSTD(1)),
    event_version UInt64 CODEC(Delta, ZSTD(1)),
    batch_id      UUID CODEC(ZSTD(1)),
    kind          LowCardinality(String),
    envelope      String CODEC(ZSTD(1)),
    expires_at    Date DEFAULT toDate('2149-06-06') CODEC(Delta, ZSTD(1)),
    ingested_at   DateTime64(3, 'UTC') DEFAULT now64(3) CODEC(Delta, ZSTD(1)),

    -- The worker reads back the events of the runs that a batch touched: this finds the batch.
    INDEX by_batch_id batch_id TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(trace_start)
ORDER BY (workspace_id, project_id, trace_start, trace_id, id, event_version, batch_id)
TTL expires_at
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
