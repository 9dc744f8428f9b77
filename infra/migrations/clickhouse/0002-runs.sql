-- One row per run, folded from its events; narrow, everything a list filters or shows.
-- The zero UUID in parent_run_id says root, the zero time says absent: Nullable would cost a stream each.
CREATE TABLE IF NOT EXISTS runs
(
    workspace_id         UUID,
    project_id           UUID,
    trace_start          DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    trace_id             UUID CODEC(ZSTD(1)),
    id                   UUID CODEC(ZSTD(1)),
    start_time           DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    end_time             DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    first_token_time     DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    parent_run_id        UUID CODEC(ZSTD(1)),
    dotted_order         String CODEC(ZSTD(1)),
    is_root              UInt8,
    run_type             LowCardinality(String),
    status               LowCardinality(String),
    name                 LowCardinality(String),
    error                String CODEC(ZSTD(1)),
    tags                 Array(LowCardinality(String)) CODEC(ZSTD(1)),
    metadata             Map(LowCardinality(String), String) CODEC(ZSTD(1)),
    thread_id            String CODEC(ZSTD(1)),
    model                LowCardinality(String),
    -- Token counts are unknown, not zero, while has_usage = 0.
    has_usage            UInt8,
    prompt_tokens        UInt64 CODEC(T64, ZSTD(1)),
    completion_tokens    UInt64 CODEC(T64, ZSTD(1)),
    total_tokens         UInt64 CODEC(T64, ZSTD(1)),
    usage                Map(LowCardinality(String), UInt64) CODEC(ZSTD(1)),
    has_cost             UInt8,
    prompt_cost          Float64 CODEC(ZSTD(1)),
    completion_cost      Float64 CODEC(ZSTD(1)),
    total_cost           Float64 CODEC(ZSTD(1)),
    inputs_preview       String CODEC(ZSTD(1)),
    outputs_preview      String CODEC(ZSTD(1)),
    inputs_bytes         UInt32 CODEC(T64, ZSTD(1)),
    outputs_bytes        UInt32 CODEC(T64, ZSTD(1)),
    reference_example_id UUID CODEC(ZSTD(1)),
    warnings             Array(LowCardinality(String)) CODEC(ZSTD(1)),
    is_partial           UInt8,
    expires_at           Date DEFAULT toDate('2149-06-06') CODEC(Delta, ZSTD(1)),
    ingested_at          DateTime64(3, 'UTC') DEFAULT now64(3) CODEC(Delta, ZSTD(1)),
    version              UInt64 CODEC(Delta, ZSTD(1)),
    is_deleted           UInt8,

    INDEX by_id id TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_trace_id trace_id TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_thread_id thread_id TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_reference_example_id reference_example_id TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_start_time start_time TYPE minmax GRANULARITY 1,
    INDEX by_metadata arrayMap((k, v) -> concat(k, '=', v), mapKeys(metadata), mapValues(metadata))
        TYPE text(tokenizer = 'array') GRANULARITY 1,
    INDEX by_tags tags TYPE text(tokenizer = 'array') GRANULARITY 1
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYYYYMM(trace_start)
ORDER BY (workspace_id, project_id, trace_start, trace_id, id)
TTL expires_at
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
