-- Objects that deleted rows referred to, by job: each goes once no other row of its workspace refers to it.
CREATE TABLE IF NOT EXISTS deleted_blobs
(
    workspace_id UUID,
    job_id       UUID,
    sha256       String CODEC(ZSTD(1)),
    found_at     DateTime DEFAULT now() CODEC(Delta, ZSTD(1))
)
ENGINE = ReplacingMergeTree
ORDER BY (workspace_id, job_id, sha256)
TTL found_at + INTERVAL 30 DAY
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
