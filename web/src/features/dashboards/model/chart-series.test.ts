import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChartValuesFragment } from '../../../gql/graphql.ts';
import { chartSeries } from './chart-series.ts';
import type { ChartMetrics, ChartWords } from './chart-series.ts';
import { newChart } from './dashboard.ts';
import type { DashboardChart } from './dashboard.ts';

const words: ChartWords = { metric: (metric) => metric, other: 'others', empty: 'none' };
const colours = () => (name: string) => `colour of ${name}`;

const values = (more: Partial<ChartValuesFragment>): ChartValuesFragment => ({
  __typename: 'MetricValues',
  runCount: '1',
  traceCount: '1',
  errorCount: '0',
  errorRate: 0,
  ...more,
});

function metricsOf(groups: [group: string[], isOther: boolean, counts: string[]][]): ChartMetrics {
  return {
    __typename: 'RunMetrics',
    bucketSeconds: 60,
    precision: 'EXACT',
    series: groups.map(([group, isOther, counts]) => ({
      __typename: 'MetricSeries',
      group,
      isOther,
      total: values({ tokenDetails: { input_tokens: 3, output_tokens: 1 } }),
      points: counts.map((runCount) => ({
        __typename: 'MetricPoint',
        startAt: '2026-11-25T12:00:00Z',
        values: values({ runCount, tokenDetails: { input_tokens: 3 }, latencyMs: null }),
      })),
    })),
  };
}

const shown = (chart: Partial<DashboardChart>, metrics: ChartMetrics) =>
  chartSeries({ ...newChart, ...chart }, metrics, words, colours).map((one) => [
    one.name,
    one.values,
  ]);

test('one line for each group, named by its values; the rest is said and has no colour of its own', () => {
  const metrics = metricsOf([
    [['gpt', 'prod'], false, ['2', '0']],
    [['', 'prod'], false, ['1', '1']],
    [[], true, ['5', '6']],
  ]);
  const groupBy: DashboardChart['groupBy'] = [
    { __typename: 'ChartGroup', field: 'MODEL', metadataKey: null },
  ];
  const series = chartSeries({ ...newChart, groupBy }, metrics, words, colours);
  assert.deepEqual(
    series.map(({ name, values: drawn }) => [name, drawn]),
    [
      ['gpt · prod', [2, 0]],
      ['none · prod', [1, 1]],
      ['others', [5, 6]],
    ],
  );
  assert.equal(series[0]!.colour, 'colour of gpt · prod');
  assert.equal(series[2]!.colour, 'var(--series-other)');
});

test('without groups one line for each figure; nothing measured is a gap', () => {
  const metrics = metricsOf([[[], false, ['2']]]);
  assert.deepEqual(shown({ metrics: ['RUN_COUNT', 'LATENCY_P50'] }, metrics), [
    ['RUN_COUNT', [2]],
    ['LATENCY_P50', [null]],
  ]);
});

test('tokens by kind are a line for each name', () => {
  assert.deepEqual(shown({ metrics: ['TOKEN_DETAILS'] }, metricsOf([[[], false, ['2']]])), [
    ['input_tokens', [3]],
    ['output_tokens', [0]],
  ]);
});
