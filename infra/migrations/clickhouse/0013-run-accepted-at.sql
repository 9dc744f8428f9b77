-- When the first operation of a run was accepted. It stays as later operations come, which lets a walk over something
-- that changes (the newest turn of a thread) leave out what came after its first page.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS accepted_at DateTime64(6, 'UTC') DEFAULT toDateTime64(ingested_at, 6, 'UTC') CODEC(Delta, ZSTD(1)) AFTER ingested_at;
