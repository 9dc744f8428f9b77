-- The runs of one user, as `by_thread_id` for threads.
ALTER TABLE runs ADD INDEX IF NOT EXISTS by_user_id user_id TYPE bloom_filter(0.01) GRANULARITY 1;
