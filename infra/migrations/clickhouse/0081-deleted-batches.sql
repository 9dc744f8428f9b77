-- How many operations of a batch were deleted on purpose: the audit must not take them for lost. Counted
-- before the first row goes; a job that is started again counts less, and the most is right.
CREATE TABLE IF NOT EXISTS deleted_batches
(
    workspace_id UUID,
    batch_id     UUID,
    job_id       UUID,
    operations   SimpleAggregateFunction(max, UInt64),
    counted_at   SimpleAggregateFunction(max, DateTime) DEFAULT now()
)
ENGINE = AggregatingMergeTree
ORDER BY (workspace_id, batch_id, job_id)
TTL counted_at + INTERVAL 60 DAY
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
