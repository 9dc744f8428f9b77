-- Who used the application in a run: the first of these metadata that is not empty. Worked out once, when the row is
-- written: lists of users and facets would read all metadata of every run for it.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS user_id String MATERIALIZED arrayFirst(value -> value != '', arrayMap(key -> metadata[key], ['user_id', 'userId', 'ls_user_id', 'langfuse_user_id', 'enduser.id', 'user.id'])) CODEC(ZSTD(1)) AFTER thread_id;
