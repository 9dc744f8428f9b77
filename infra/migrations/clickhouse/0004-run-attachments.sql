-- JSON object: name of the file to mime type, size and key in the object store; empty without files.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS attachments String CODEC(ZSTD(1)) AFTER warnings;
