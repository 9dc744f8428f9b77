-- One row per feedback, folded from its events. The zero UUID in run_id is feedback on a project.
-- Ordered by run: a run's feedback is a point read, and "score > x" is a set of run ids.
CREATE TABLE IF NOT EXISTS feedback
(
    workspace_id              UUID,
    run_id                    UUID CODEC(ZSTD(1)),
    id                        UUID CODEC(ZSTD(1)),
    trace_id                  UUID CODEC(ZSTD(1)),
    project_id                UUID CODEC(ZSTD(1)),
    key                       LowCardinality(String),
    has_score                 UInt8,
    score                     Float64 CODEC(ZSTD(1)),
    value                     String CODEC(ZSTD(1)),
    comment                   String CODEC(ZSTD(1)),
    correction                String CODEC(ZSTD(1)),
    source_type               LowCardinality(String),
    source_metadata           String CODEC(ZSTD(1)),
    config                    String CODEC(ZSTD(1)),
    comparative_experiment_id UUID CODEC(ZSTD(1)),
    group_id                  UUID CODEC(ZSTD(1)),
    is_error                  UInt8,
    extra                     String CODEC(ZSTD(1)),
    created_at                DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    modified_at               DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    expires_at                Date DEFAULT toDate('2149-06-06') CODEC(Delta, ZSTD(1)),
    ingested_at               DateTime64(3, 'UTC') DEFAULT now64(3) CODEC(Delta, ZSTD(1)),
    version                   UInt64 CODEC(Delta, ZSTD(1)),
    is_deleted                UInt8,

    INDEX by_id id TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_created_at created_at TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (workspace_id, run_id, id)
TTL expires_at
SETTINGS index_granularity = 1024, fsync_after_insert = 1, fsync_part_directory = 1;
