import { t } from '../../../i18n/index.ts';
import { oneLine } from '../../../lib/format.ts';
import type { ColumnPlace, GridColumn } from '../../../ui/grid/grid-columns.ts';
import type { ListedRun } from '../model/listed-run.ts';
import {
  AgoCell,
  CodeCell,
  CostCell,
  CountCell,
  FirstTokenCell,
  LatencyCell,
  NameCell,
  OutcomeCell,
  ScoreCell,
  StatusCell,
  TagsCell,
  TextCell,
  TokensCell,
} from './run-cells.tsx';

type RunColumn = GridColumn<ListedRun>;

const figure = (id: string, width: number, more: Omit<RunColumn, 'id' | 'title' | 'width'>) => ({
  id,
  title: titleOf(id),
  width,
  align: 'end' as const,
  ...more,
});

function titleOf(id: string): string {
  return t(`runs.columns.${id as 'name'}`);
}

/** Every column of runs that needs no path. */
export const runColumns: readonly RunColumn[] = [
  {
    id: 'status',
    title: titleOf('status'),
    width: 28,
    isFixed: true,
    render: (run, { clockUs }) => <StatusCell run={run} clockUs={clockUs} />,
  },
  {
    id: 'name',
    title: titleOf('name'),
    width: 170,
    minWidth: 90,
    grow: 1.3,
    render: (run) => <NameCell run={run} />,
  },
  {
    id: 'input',
    title: titleOf('input'),
    width: 110,
    grow: 1.5,
    render: (run) => <TextCell text={run.inputPreview} />,
  },
  {
    id: 'output',
    title: titleOf('output'),
    width: 130,
    grow: 1.6,
    render: (run, { clockUs }) => <OutcomeCell run={run} clockUs={clockUs} />,
  },
  {
    id: 'error',
    title: titleOf('error'),
    width: 200,
    grow: 1,
    render: (run) => <TextCell text={run.error} isError />,
  },
  { id: 'tags', title: titleOf('tags'), width: 132, render: (run) => <TagsCell tags={run.tags} /> },
  figure('started', 100, {
    sort: 'startedAt',
    render: (run, { clockUs }) => <AgoCell us={run.startUs} clockUs={clockUs} />,
  }),
  figure('latency', 88, {
    sort: 'latency',
    render: (run, { clockUs }) => <LatencyCell run={run} clockUs={clockUs} />,
  }),
  figure('firstToken', 92, {
    hint: t('runs.firstTokenHint'),
    render: (run) => <FirstTokenCell run={run} />,
  }),
  figure('tokens', 72, { sort: 'tokens', render: (run) => <TokensCell run={run} /> }),
  figure('promptTokens', 88, { render: (run) => <CountCell value={run.promptTokens} /> }),
  figure('completionTokens', 104, { render: (run) => <CountCell value={run.completionTokens} /> }),
  figure('cost', 80, { sort: 'cost', render: (run) => <CostCell usd={run.costUsd} /> }),
  {
    id: 'model',
    title: titleOf('model'),
    width: 160,
    render: (run) => <CodeCell text={run.model} />,
  },
  {
    id: 'thread',
    title: titleOf('thread'),
    width: 150,
    render: (run) => <CodeCell text={run.threadId} />,
  },
  { id: 'uuid', title: titleOf('uuid'), width: 280, render: (run) => <CodeCell text={run.uuid} /> },
  {
    id: 'traceUuid',
    title: titleOf('traceUuid'),
    width: 280,
    render: (run) => <CodeCell text={run.traceUuid} />,
  },
];

const metadataPrefix = 'metadata.';
const feedbackPrefix = 'feedback.';

export function metadataColumnId(path: string): string {
  return metadataPrefix + path;
}

export function feedbackColumnId(key: string): string {
  return feedbackPrefix + key;
}

/** Paths of the metadata columns among the places, in a stable order. */
export function metadataPathsOf(places: readonly ColumnPlace[]): string[] {
  return places
    .filter(({ id }) => id.startsWith(metadataPrefix))
    .map(({ id }) => id.slice(metadataPrefix.length))
    .sort();
}

export function hasFeedback(places: readonly ColumnPlace[]): boolean {
  return places.some(({ id }) => id.startsWith(feedbackPrefix));
}

/** All that the places need: the known columns, and one for each path or key among them. */
export function runColumnsFor(places: readonly ColumnPlace[]): RunColumn[] {
  return [...runColumns, ...places.flatMap(({ id }) => pathColumn(id) ?? [])];
}

function pathColumn(id: string): RunColumn | undefined {
  if (id.startsWith(metadataPrefix)) {
    const path = id.slice(metadataPrefix.length);
    return {
      id,
      title: oneLine(path, 80),
      hint: t('runs.metadataHint', { path: oneLine(path, 200) }),
      width: 130,
      render: (run) => <TextCell text={run.metadata[path] ?? null} />,
    };
  }
  if (!id.startsWith(feedbackPrefix)) return undefined;
  const key = id.slice(feedbackPrefix.length);
  return {
    id,
    title: oneLine(key, 80),
    hint: t('runs.feedbackHint', { key: oneLine(key, 200) }),
    width: 110,
    align: 'end',
    render: (run) => <ScoreCell score={run.feedback[key]} />,
  };
}

/** What is shown until somebody chooses: less where there is little room. */
export function defaultRunPlaces(widthPx: number): ColumnPlace[] {
  const ids = ['name', 'input', 'output', 'tags', 'started', 'latency', 'tokens', 'cost'];
  const left = widthPx < 780 ? ['input', 'tags', 'cost'] : widthPx < 1040 ? ['tags'] : [];
  return ids.filter((id) => !left.includes(id)).map((id) => ({ id }));
}
