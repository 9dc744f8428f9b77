import { t } from '../../../i18n/index.ts';
import { durationText, oneLine } from '../../../lib/format.ts';
import type { ColumnPlace, GridColumn } from '../../../ui/grid/grid-columns.ts';
import type { ListedThread } from '../model/listed-thread.ts';
import { AgoCell, CodeCell, CostCell, CountCell, TextCell } from './run-cells.tsx';

type ThreadColumn = GridColumn<ListedThread>;

function titleOf(id: string): string {
  return t(`threads.columns.${id as 'thread'}`);
}

const figure = (
  id: string,
  width: number,
  render: ThreadColumn['render'],
  sort?: string,
): ThreadColumn => ({
  id,
  title: titleOf(id),
  width,
  align: 'end',
  render,
  ...(sort === undefined ? {} : { sort }),
});

export const threadColumns: readonly ThreadColumn[] = [
  {
    id: 'state',
    title: titleOf('state'),
    width: 28,
    isFixed: true,
    render: (thread) => <StateSign isIdle={thread.isIdle} />,
  },
  {
    id: 'thread',
    title: titleOf('thread'),
    width: 170,
    minWidth: 90,
    grow: 1,
    render: (thread) => (
      <bdi className="cut mono thread-id" title={oneLine(thread.threadId, 500)}>
        {oneLine(thread.threadId, 200)}
      </bdi>
    ),
  },
  {
    id: 'input',
    title: titleOf('input'),
    width: 130,
    grow: 1.5,
    render: (thread) => <TextCell text={thread.firstInput} />,
  },
  {
    id: 'output',
    title: titleOf('output'),
    width: 130,
    grow: 1.6,
    render: (thread) => <TextCell text={thread.lastOutput} />,
  },
  figure('turns', 72, (thread) => <CountCell value={thread.turnCount} />),
  figure('errors', 72, (thread) =>
    thread.errorCount === 0 ? null : (
      <span className="run-text" data-error title={thread.lastError?.slice(0, 500)}>
        <CountCell value={thread.errorCount} />
      </span>
    ),
  ),
  figure(
    'last',
    104,
    (thread, { clockUs }) => <AgoCell us={thread.lastStartUs} clockUs={clockUs} />,
    'startedAt',
  ),
  figure('first', 104, (thread, { clockUs }) => (
    <AgoCell us={thread.firstStartUs} clockUs={clockUs} />
  )),
  figure('p50', 88, (thread) => <MsCell ms={thread.p50Ms} />),
  figure('p99', 88, (thread) => <MsCell ms={thread.p99Ms} />),
  figure('tokens', 72, (thread) => <CountCell value={thread.totalTokens} />),
  figure('cost', 80, (thread) => <CostCell usd={thread.costUsd} />),
  {
    id: 'user',
    title: titleOf('user'),
    width: 130,
    render: (thread) => <CodeCell text={thread.userId} />,
  },
  {
    id: 'lastError',
    title: titleOf('lastError'),
    width: 200,
    grow: 1,
    render: (thread) => <TextCell text={thread.lastError} isError />,
  },
];

function MsCell({ ms }: { ms: number | null }) {
  return ms === null ? null : <span className="figure">{durationText(ms * 1000)}</span>;
}

function StateSign({ isIdle }: { isIdle: boolean }) {
  const word = t(isIdle ? 'threads.idle' : 'threads.open');
  return <span className={isIdle ? 'dot' : 'pulse'} role="img" aria-label={word} title={word} />;
}

export function defaultThreadPlaces(widthPx: number): ColumnPlace[] {
  const ids = ['thread', 'input', 'output', 'turns', 'errors', 'last', 'p50', 'tokens', 'cost'];
  const left = widthPx < 780 ? ['input', 'p50', 'tokens'] : widthPx < 1040 ? ['p50', 'tokens'] : [];
  return ids.filter((id) => !left.includes(id)).map((id) => ({ id }));
}
