import type { ClickHouseSettings } from '@clickhouse/client';

/**
 * Settings of every read, each for a measured reason or a known defect of ClickHouse 26.7
 * (design: trace-store §5). A query that orders by `trace_start` may set
 * `use_top_k_dynamic_filtering` back to 1.
 */
export const readProfile: ClickHouseSettings = {
  // Displaces the query's own filters and the text index's direct read (ClickHouse #115573).
  use_top_k_dynamic_filtering: 0,
  use_skip_indexes_for_top_k: 0,
  // Wrong results in 26.7.2 (ClickHouse #109210).
  query_plan_top_k_through_join: 0,
  // Safe because the partition key is immutable; halves the cost of FINAL.
  do_not_merge_across_partitions_select_final: 1,
  defer_partition_pruning_after_final: 0,
  query_plan_optimize_lazy_final: 0,
  // Explicit because wrong answers are the price: a filter on a mutable column that is applied
  // before FINAL finds superseded rows.
  optimize_move_to_prewhere_if_final: 0,
  use_skip_indexes_if_final: 1,
  use_skip_indexes_if_final_exact_mode: 1,
  output_format_json_quote_64bit_integers: 1,
  max_execution_time: 15,
  max_memory_usage: '2000000000',
};

/**
 * Settings of every insert. Deduplication by token lost acknowledged batches when the server was
 * killed; correctness rests on row keys and verification (reliability-and-security §2.6).
 */
export const insertProfile: ClickHouseSettings = {
  insert_deduplicate: 0,
  async_insert: 0,
  // Old and new months may meet in one batch; refusing it would stop the queue.
  throw_on_max_partitions_per_insert_block: 0,
};
