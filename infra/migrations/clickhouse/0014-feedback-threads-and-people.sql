-- Feedback on a whole thread has no run: it is found by the thread's id among the rows without one.
-- The person who judged is known when it was given in our own pages.
ALTER TABLE feedback
    ADD COLUMN IF NOT EXISTS thread_id String CODEC(ZSTD(1)) AFTER project_id,
    ADD COLUMN IF NOT EXISTS user_id UUID CODEC(ZSTD(1)) AFTER source_metadata,
    ADD INDEX IF NOT EXISTS by_thread_id thread_id TYPE bloom_filter(0.01) GRANULARITY 1;
