-- What was deleted and must not come back (reliability-and-security D6): runs, which stand for
-- everything below them and, when they are the root, for their trace; feedback; and threads, of which
-- only what was accepted before `deleted_at` is meant (their id is a hash). Ids are never used again,
-- so that rows need not go. The worker asks by id for everything it is about to store in a workspace
-- that has any.
CREATE TABLE IF NOT EXISTS run_tombstones
(
    workspace_id UUID,
    id           UUID CODEC(ZSTD(1)),
    project_id   UUID CODEC(ZSTD(1)),
    kind         LowCardinality(String),
    deleted_at   DateTime64(3, 'UTC') DEFAULT now64(3) CODEC(Delta, ZSTD(1))
)
ENGINE = ReplacingMergeTree(deleted_at)
ORDER BY (workspace_id, id, project_id, kind)
SETTINGS index_granularity = 1024, fsync_after_insert = 1, fsync_part_directory = 1;
