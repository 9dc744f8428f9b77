-- Granules of 1,024 rows instead of 8,192: a run, a trace or a page of a list is read by its key, in an eighth of
-- the rows (measured: 16 to 9 ms of CPU for one run, a third less for lists over all times; 7 % more on disk).
-- The setting cannot be changed on a table: it is written anew, in one step that may be repeated.
CREATE OR REPLACE TABLE runs
(
    workspace_id UUID,
    project_id UUID,
    trace_start DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    trace_id UUID CODEC(ZSTD(1)),
    id UUID CODEC(ZSTD(1)),
    start_time DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    end_time DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    first_token_time DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    parent_run_id UUID CODEC(ZSTD(1)),
    dotted_order String CODEC(ZSTD(1)),
    is_root UInt8,
    run_type LowCardinality(String),
    status LowCardinality(String),
    name LowCardinality(String),
    error String CODEC(ZSTD(1)),
    tags Array(LowCardinality(String)) CODEC(ZSTD(1)),
    metadata Map(LowCardinality(String), String) CODEC(ZSTD(1)),
    thread_id String CODEC(ZSTD(1)),
    user_id String MATERIALIZED arrayFirst(value -> (value != ''), arrayMap(key -> (metadata[key]), ['user_id', 'userId', 'ls_user_id', 'langfuse_user_id', 'enduser.id', 'user.id'])) CODEC(ZSTD(1)),
    model LowCardinality(String),
    has_usage UInt8,
    prompt_tokens UInt64 CODEC(T64, ZSTD(1)),
    completion_tokens UInt64 CODEC(T64, ZSTD(1)),
    total_tokens UInt64 CODEC(T64, ZSTD(1)),
    usage Map(LowCardinality(String), UInt64) CODEC(ZSTD(1)),
    has_cost UInt8,
    prompt_cost Float64 CODEC(ZSTD(1)),
    completion_cost Float64 CODEC(ZSTD(1)),
    total_cost Float64 CODEC(ZSTD(1)),
    cost_source LowCardinality(String),
    price_entry LowCardinality(String),
    unpriced_reason LowCardinality(String),
    estimated_cost Float64 CODEC(ZSTD(1)),
    cost_parts Map(LowCardinality(String), Float64) CODEC(ZSTD(1)),
    cost_details String CODEC(ZSTD(1)),
    inputs_preview String CODEC(ZSTD(1)),
    outputs_preview String CODEC(ZSTD(1)),
    inputs_bytes UInt32 CODEC(T64, ZSTD(1)),
    outputs_bytes UInt32 CODEC(T64, ZSTD(1)),
    reference_example_id UUID CODEC(ZSTD(1)),
    warnings Array(LowCardinality(String)) CODEC(ZSTD(1)),
    attachments String CODEC(ZSTD(1)),
    is_partial UInt8,
    expires_at Date DEFAULT toDate('2149-06-06') CODEC(Delta, ZSTD(1)),
    ingested_at DateTime64(3, 'UTC') DEFAULT now64(3) CODEC(Delta, ZSTD(1)),
    accepted_at DateTime64(6, 'UTC') DEFAULT toDateTime64(ingested_at, 6, 'UTC') CODEC(Delta, ZSTD(1)),
    version UInt64 CODEC(Delta, ZSTD(1)),
    is_deleted UInt8,
    INDEX by_id id TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_trace_id trace_id TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_thread_id thread_id TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_reference_example_id reference_example_id TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_start_time start_time TYPE minmax GRANULARITY 1,
    INDEX by_metadata arrayMap((k, v) -> concat(k, '=', v), mapKeys(metadata), mapValues(metadata)) TYPE text(tokenizer = 'array') GRANULARITY 1,
    INDEX by_tags tags TYPE text(tokenizer = 'array') GRANULARITY 1,
    INDEX by_user_id user_id TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY toYYYYMM(trace_start)
ORDER BY (workspace_id, project_id, trace_start, trace_id, id)
TTL expires_at
SETTINGS index_granularity = 1024, fsync_after_insert = 1, fsync_part_directory = 1
AS SELECT * FROM runs
SETTINGS max_partitions_per_insert_block = 0
