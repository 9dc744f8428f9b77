import { toStorableText } from '@runlight/auth';
import type { Chart, ChartInput } from '../../__generated__/resolvers.ts';
import { invalid } from '../../user-error.ts';
import type { Mistake } from '../../user-error.ts';

const maxNameLength = 128;
const maxDescriptionLength = 4000;
const maxCharts = 50;
const maxMetrics = 6;
const maxGroups = 50;
const maxKeyLength = 256;
/** Of a chart's filter as JSON. */
const maxFilterLength = 16 * 1024;

export function readName(text: string, mistakes: Mistake[]): string {
  const name = toStorableText(text.trim());
  if (!hasLength(name, maxNameLength)) {
    mistakes.push(invalid('name', `A name has 1 to ${maxNameLength} characters`));
  }
  return name;
}

/** Null when there is none. */
export function readDescription(
  text: string | null | undefined,
  mistakes: Mistake[],
): string | null {
  const description = toStorableText(text?.trim() ?? '');
  if (description.length > maxDescriptionLength) {
    mistakes.push(
      invalid('description', `A description has at most ${maxDescriptionLength} characters`),
    );
  }
  return description === '' ? null : description;
}

export function readCharts(charts: readonly ChartInput[], mistakes: Mistake[]): Chart[] {
  if (charts.length > maxCharts) {
    mistakes.push(invalid('charts', `A dashboard has at most ${maxCharts} charts`));
    return [];
  }
  return charts.map((input, index) => {
    const chart = readChart(input);
    for (const message of mistakesOf(chart)) {
      mistakes.push({ code: 'INVALID', message, path: ['charts', String(index)] });
    }
    return chart;
  });
}

function readChart({
  title,
  kind,
  metrics,
  feedbackKey,
  groupBy,
  top,
  filter,
  bucket,
}: ChartInput): Chart {
  return {
    title: toStorableText(title.trim()),
    kind,
    metrics: [...metrics],
    feedbackKey: feedbackKey == null || feedbackKey === '' ? null : toStorableText(feedbackKey),
    groupBy: (groupBy ?? []).map(({ field, metadataKey }) => ({
      field,
      metadataKey: metadataKey == null ? null : toStorableText(metadataKey),
    })),
    top: top ?? 10,
    filter: filter ?? null,
    bucket: bucket ?? 'AUTO',
  };
}

/** What is wrong with a chart, for people. */
function mistakesOf({ title, kind, metrics, feedbackKey, groupBy, top, filter }: Chart): string[] {
  const isFilter = filter === null || (typeof filter === 'object' && !Array.isArray(filter));
  const rules: [boolean, string][] = [
    [hasLength(title, maxNameLength), `A title has 1 to ${maxNameLength} characters`],
    [metrics.length > 0 && metrics.length <= maxMetrics, `A chart has 1 to ${maxMetrics} metrics`],
    [new Set(metrics).size === metrics.length, 'A chart shows a metric once'],
    [
      metrics.length < 2 || groupBy.length === 0 || kind === 'TABLE',
      'A chart has either several metrics or groups, unless it is a table',
    ],
    [groupBy.length <= 2, 'A chart is split by at most two keys'],
    [kind !== 'TABLE' || groupBy.length > 0, 'A table needs groups'],
    [kind !== 'NUMBER' || groupBy.length === 0, 'A number has no groups'],
    [
      groupBy.every(
        ({ field, metadataKey }) => (field === 'METADATA') === hasLength(metadataKey, maxKeyLength),
      ),
      'metadataKey goes with METADATA, and only with that',
    ],
    [
      feedbackKey == null ||
        (feedbackKey.length <= maxKeyLength && metrics.some((m) => m.startsWith('FEEDBACK_'))),
      'feedbackKey goes with metrics of feedback',
    ],
    [top >= 1 && top <= maxGroups, `top is from 1 to ${maxGroups}`],
    [isFilter, 'A filter is an object, as the input RunFilter'],
    [JSON.stringify(filter).length <= maxFilterLength, 'A filter holds at most 16 KiB'],
  ];
  return rules.flatMap(([holds, message]) => (holds ? [] : [message]));
}

function hasLength(text: string | null | undefined, most: number): boolean {
  const length = Array.from(text ?? '').length;
  return length > 0 && length <= most;
}
