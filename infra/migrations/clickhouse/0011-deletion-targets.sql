-- The runs that a deletion takes, by its job: chosen once, then deleted from every table by these keys,
-- however often the job is started again. Also what a dry run counts.
CREATE TABLE IF NOT EXISTS deletion_targets
(
    workspace_id UUID,
    job_id       UUID,
    project_id   UUID,
    trace_start  DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    trace_id     UUID CODEC(ZSTD(1)),
    id           UUID CODEC(ZSTD(1)),
    chosen_at    DateTime DEFAULT now() CODEC(Delta, ZSTD(1))
)
ENGINE = ReplacingMergeTree
ORDER BY (workspace_id, job_id, project_id, trace_start, trace_id, id)
TTL chosen_at + INTERVAL 30 DAY
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
