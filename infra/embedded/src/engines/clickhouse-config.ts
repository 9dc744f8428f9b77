import { createHash } from 'node:crypto';

const decadesSeconds = 2_000_000_000;
const mib = 1024 * 1024;

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface ClickHouseConfigOptions {
  usersPath: string;
  /** Write `system.query_log` and `system.part_log`: what each query and each merge cost. */
  logsQueries?: boolean;
}

/** Sized for one machine that does other things too: caches are capped, few background threads. */
export function clickHouseConfig({ usersPath, logsQueries }: ClickHouseConfigOptions): string {
  const settings: Record<string, number> = {
    mark_cache_size: 64 * mib,
    index_mark_cache_size: 32 * mib,
    primary_index_cache_size: 64 * mib,
    uncompressed_cache_size: 0,
    index_uncompressed_cache_size: 0,
    text_index_tokens_cache_size: 16 * mib,
    text_index_header_cache_size: 16 * mib,
    text_index_postings_cache_size: 32 * mib,
    compiled_expression_cache_size: 16 * mib,
    vector_similarity_index_cache_size: mib,
    iceberg_metadata_files_cache_size: mib,
    paimon_metadata_files_cache_size: mib,
    parquet_metadata_cache_size: mib,
    point_in_polygon_cache_size: mib,
    max_server_memory_usage_to_ram_ratio: 0.5,
    background_pool_size: 2,
    background_merges_mutations_concurrency_ratio: 2,
    background_common_pool_size: 2,
    background_schedule_pool_size: 4,
    background_schedule_pool_initial_size: 2,
    background_move_pool_size: 1,
    background_fetches_pool_size: 1,
    max_thread_pool_free_size: 16,
  };
  // With four merge slots, the defaults (meant for 32) would never let large parts merge.
  const mergeTree: Record<string, number> = {
    number_of_free_entries_in_pool_to_lower_max_size_of_merge: 2,
    number_of_free_entries_in_pool_to_execute_mutation: 2,
    number_of_free_entries_in_pool_to_execute_optimize_entire_partition: 2,
  };
  return `<clickhouse>
${elements(settings)}
<merge_tree>
${elements(mergeTree)}
</merge_tree>
${logsQueries ? ['query_log', 'part_log'].map(systemLog).join('\n') : ''}
<user_directories><users_xml><path>${escapeXml(usersPath)}</path></users_xml></user_directories>
</clickhouse>
`;
}

/**
 * Our user, and the one in whose name the start-up queries run: it has no password because they
 * cannot give one. It may do next to nothing, and those two use up its quota.
 */
export function clickHouseUsers({ user, password }: { user: string; password: string }): string {
  const hash = createHash('sha256').update(password).digest('hex');
  const loopback = '<networks><ip>127.0.0.1</ip></networks>';
  return `<clickhouse>
<profiles><default/></profiles>
<quotas>
<default/>
<starter><interval><duration>${decadesSeconds}</duration><queries>2</queries></interval></starter>
</quotas>
<users>
<default>
<no_password/>${loopback}<profile>default</profile><quota>starter</quota>
<grants><query>GRANT SYSTEM LISTEN ON *.*</query><query>GRANT SELECT ON system.numbers</query></grants>
</default>
<${user}>
<password_sha256_hex>${hash}</password_sha256_hex>
${loopback}<profile>default</profile><quota>default</quota>
</${user}>
</users>
</clickhouse>
`;
}

const systemLog = (name: string) =>
  `<${name}><database>system</database><table>${name}</table><flush_interval_milliseconds>60000</flush_interval_milliseconds></${name}>`;

const elements = (values: Record<string, number>) =>
  Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('\n');
