-- What we say a model call cost. `total_cost` is the caller's cost where there is one, ours otherwise; ours is kept
-- beside it. `cost_details` (JSON) has the row, the rates and the doubts, for the one run that somebody looks at.
ALTER TABLE runs
    ADD COLUMN IF NOT EXISTS cost_source LowCardinality(String) AFTER total_cost,
    ADD COLUMN IF NOT EXISTS price_entry LowCardinality(String) AFTER cost_source,
    ADD COLUMN IF NOT EXISTS unpriced_reason LowCardinality(String) AFTER price_entry,
    ADD COLUMN IF NOT EXISTS estimated_cost Float64 CODEC(ZSTD(1)) AFTER unpriced_reason,
    ADD COLUMN IF NOT EXISTS cost_parts Map(LowCardinality(String), Float64) CODEC(ZSTD(1)) AFTER estimated_cost,
    ADD COLUMN IF NOT EXISTS cost_details String CODEC(ZSTD(1)) AFTER cost_parts;
