-- One row per accepted feedback operation: the log from which `feedback` is folded, as `run_events` is
-- for runs. A feedback's run need not exist, so that nothing of the run's key is in here.
CREATE TABLE IF NOT EXISTS feedback_events
(
    workspace_id  UUID,
    id            UUID CODEC(ZSTD(1)),
    event_version UInt64 CODEC(Delta, ZSTD(1)),
    batch_id      UUID CODEC(ZSTD(1)),
    operation     String CODEC(ZSTD(1)),
    expires_at    Date DEFAULT toDate('2149-06-06') CODEC(Delta, ZSTD(1)),
    ingested_at   DateTime64(3, 'UTC') DEFAULT now64(3) CODEC(Delta, ZSTD(1)),

    INDEX by_batch_id batch_id TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ReplacingMergeTree
ORDER BY (workspace_id, id, event_version, batch_id)
TTL expires_at
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
