import { int, sql } from '@runlight/clickhouse';

/** All feedback of one key on one run. */
export interface FeedbackSummaryRow {
  key: string;
  /** Failed evaluators aside. */
  count: number;
  average: number | undefined;
  min: number | undefined;
  max: number | undefined;
  stdev: number | undefined;
  errorCount: number;
  /** How often each label was given. */
  values: Record<string, number>;
  sources: string[];
  comments: string[];
}

const maxLabels = 50;
const maxLabelLength = 256;
const maxComments = 10;
const maxCommentLength = 1000;

/** Of rows grouped by key; the scores of failed evaluators do not count. */
export const summaryColumns = sql`key, countIf(is_error = 0) AS judgements, countIf(is_error = 1) AS error_count,
  countIf(has_score = 1 AND is_error = 0) AS score_count,
  avgIf(score, has_score = 1 AND is_error = 0) AS average,
  minIf(score, has_score = 1 AND is_error = 0) AS least,
  maxIf(score, has_score = 1 AND is_error = 0) AS most,
  stddevPopStableIf(score, has_score = 1 AND is_error = 0) AS deviation,
  sumMapIf([value], [toUInt32(1)], value != '' AND length(value) <= ${int(maxLabelLength)}) AS label_counts,
  arraySort(groupUniqArrayIf(source_type, source_type != '')) AS sources,
  arrayMap(each -> each.2, arraySlice(arrayReverseSort(groupArrayIf((created_at, leftUTF8(comment, ${int(maxCommentLength)})), comment != '')), 1, ${int(maxComments)})) AS comments`;

/** A row selected with `summaryColumns`. */
export function parseSummary(raw: Record<string, unknown>): FeedbackSummaryRow {
  const hasScores = Number(raw['score_count']) > 0;
  const number = (column: string) => (hasScores ? Number(raw[column]) : undefined);
  return {
    key: raw['key'] as string,
    count: Number(raw['judgements']),
    average: number('average'),
    min: number('least'),
    max: number('most'),
    stdev: number('deviation'),
    errorCount: Number(raw['error_count']),
    values: labels(raw['label_counts'] as [string[], (number | string)[]]),
    sources: raw['sources'] as string[],
    comments: raw['comments'] as string[],
  };
}

/** The most frequent ones. A value is JSON: a text is its own label, anything else its JSON. */
function labels([values, counts]: [string[], (number | string)[]]): Record<string, number> {
  const pairs = values.map((value, index) => [labelOf(value), Number(counts[index])] as const);
  return Object.fromEntries(pairs.toSorted((a, b) => b[1] - a[1]).slice(0, maxLabels));
}

function labelOf(value: string): string {
  if (!value.startsWith('"')) return value;
  const label: unknown = JSON.parse(value);
  return typeof label === 'string' ? label : value;
}
