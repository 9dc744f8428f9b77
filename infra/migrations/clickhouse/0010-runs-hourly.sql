-- Figures over the runs of whole hours (by the start of their traces), for those parts of a chart that
-- do not change any more. A row is a cell: runs of an hour that are alike in what the columns up to
-- `name` say. `seal` is the time at which the hour was worked out; cells with another seal than
-- `rollup_hours` names for the hour are left-overs and must not be read.
-- usage_scope: `all` counts what each run reports, `traces` has only roots, with what their traces report;
-- `allHour` and `tracesHour` are the same as one row for the whole hour, with the number of traces, which
-- does not add up over cells.
CREATE TABLE IF NOT EXISTS runs_hourly
(
    workspace_id       UUID,
    project_id         UUID,
    usage_scope        LowCardinality(String),
    hour               UInt32 CODEC(Delta, ZSTD(1)),
    is_root            UInt8,
    run_type           LowCardinality(String),
    status             LowCardinality(String),
    model              LowCardinality(String),
    name               String CODEC(ZSTD(1)),
    seal               UInt64 CODEC(Delta, ZSTD(1)),
    run_count          UInt64 CODEC(T64, ZSTD(1)),
    trace_count        UInt64 CODEC(T64, ZSTD(1)),
    error_count        UInt64 CODEC(T64, ZSTD(1)),
    latency_count      UInt64 CODEC(T64, ZSTD(1)),
    latency_sum        Float64 CODEC(ZSTD(1)),
    latency_digest     AggregateFunction(quantilesTDigest(0.5, 0.9, 0.95, 0.99), Float64) CODEC(ZSTD(1)),
    first_token_count  UInt64 CODEC(T64, ZSTD(1)),
    first_token_sum    Float64 CODEC(ZSTD(1)),
    first_token_digest AggregateFunction(quantilesTDigest(0.5, 0.9, 0.95, 0.99), Float64) CODEC(ZSTD(1)),
    token_runs         UInt64 CODEC(T64, ZSTD(1)),
    prompt_tokens      UInt64 CODEC(T64, ZSTD(1)),
    completion_tokens  UInt64 CODEC(T64, ZSTD(1)),
    total_tokens       UInt64 CODEC(T64, ZSTD(1)),
    usage              Map(String, UInt64) CODEC(ZSTD(1)),
    tokens_digest      AggregateFunction(quantilesTDigest(0.5, 0.9, 0.95, 0.99), Float64) CODEC(ZSTD(1)),
    cost_runs          UInt64 CODEC(T64, ZSTD(1)),
    prompt_cost        Float64 CODEC(ZSTD(1)),
    completion_cost    Float64 CODEC(ZSTD(1)),
    total_cost         Float64 CODEC(ZSTD(1)),
    cost_digest        AggregateFunction(quantilesTDigest(0.5, 0.9, 0.95, 0.99), Float64) CODEC(ZSTD(1)),
    -- Runs that report what one above them reports too; their tokens and costs are not in the sums.
    repeat_count       UInt64 CODEC(T64, ZSTD(1)),
    last_start_us      UInt64 CODEC(T64, ZSTD(1)),
    -- The first and the last day on which runs of the cell expire.
    first_expires_at   Date DEFAULT toDate('2149-06-06') CODEC(ZSTD(1)),
    expires_at         Date DEFAULT toDate('2149-06-06') CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(seal)
ORDER BY (workspace_id, project_id, usage_scope, hour, is_root, run_type, status, model, name)
TTL expires_at
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
