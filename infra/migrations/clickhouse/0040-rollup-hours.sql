-- Which hours of `runs_hourly` hold: rows of one hour fold to the time of the last touch of its runs, the
-- touch up to which it was worked out, and the seal of the cells that count. Sealed is what has
-- sealed_us >= touched_us. Whoever writes or deletes runs touches their hours before and after.
-- All times are the server's. The row with zero ids says: every hour that has runs is here.
CREATE TABLE IF NOT EXISTS rollup_hours
(
    workspace_id UUID,
    project_id   UUID,
    hour         UInt32,
    touched_us   SimpleAggregateFunction(max, UInt64) DEFAULT toUnixTimestamp64Micro(now64(6)),
    sealed_us    SimpleAggregateFunction(max, UInt64),
    seal         SimpleAggregateFunction(max, UInt64)
)
ENGINE = AggregatingMergeTree
ORDER BY (workspace_id, project_id, hour)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
