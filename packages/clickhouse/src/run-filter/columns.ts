import { join, sql, text } from '../sql.ts';
import type { Sql } from '../sql.ts';
import { userIdKeys } from '@runlight/run-model';
import type { IdField, NumberField, TextField, TimeField } from '@runlight/run-model';

// The fields of the filter tree as expressions over a row of `runs`.

/**
 * The user of a run: the first of the metadata that name one and are not empty; else empty. No lambda over
 * the keys: it would copy the map for each of them, which takes a hundred times as long.
 */
export const userIdColumn: Sql = sql`coalesce(${join(userIdKeys.map((key) => sql`nullIf(metadata[${text(key)}], '')`))}, '')`;

/** Metadata as texts `key=value`: the very expression of the text index, which then answers `has` and `hasAny`. */
export const indexedMetadata = sql`arrayMap((k, v) -> concat(k, '=', v), mapKeys(metadata), mapValues(metadata))`;

export const textColumns: Record<Exclude<TextField, 'tag' | 'inputText' | 'outputText'>, Sql> = {
  name: sql`name`,
  error: sql`error`,
  model: sql`model`,
  threadId: sql`thread_id`,
  userId: userIdColumn,
  status: sql`status`,
  runType: sql`run_type`,
};

interface NumberColumn {
  value: Sql;
  isPresent: Sql;
}

const usage = (value: Sql): NumberColumn => ({ value, isPresent: sql`has_usage = 1` });
const cost = (value: Sql): NumberColumn => ({ value, isPresent: sql`has_cost = 1` });
const sinceStart = (column: Sql): NumberColumn => ({
  value: sql`(toUnixTimestamp64Micro(${column}) - toUnixTimestamp64Micro(start_time)) / 1000`,
  isPresent: sql`toUnixTimestamp64Micro(${column}) > 0 AND ${column} >= start_time`,
});

/** An absent number passes no test. */
export const numberColumns: Record<NumberField, NumberColumn> = {
  latencyMs: sinceStart(sql`end_time`),
  firstTokenMs: sinceStart(sql`first_token_time`),
  totalTokens: usage(sql`toFloat64(total_tokens)`),
  promptTokens: usage(sql`toFloat64(prompt_tokens)`),
  completionTokens: usage(sql`toFloat64(completion_tokens)`),
  totalCostUsd: cost(sql`total_cost`),
  promptCostUsd: cost(sql`prompt_cost`),
  completionCostUsd: cost(sql`completion_cost`),
};

export const timeColumns: Record<TimeField, Sql> = {
  startedAt: sql`start_time`,
  endedAt: sql`end_time`,
};

export const idColumns: Record<IdField, Sql> = {
  id: sql`id`,
  traceId: sql`trace_id`,
  parentId: sql`parent_run_id`,
  projectId: sql`project_id`,
  referenceExampleId: sql`reference_example_id`,
};
