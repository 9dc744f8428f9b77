import { t } from '../../../i18n/index.ts';
import { countText, oneLine } from '../../../lib/format.ts';
import type { ColumnPlace, GridColumn } from '../../../ui/grid/grid-columns.ts';
import type { ListedUser } from '../model/listed-user.ts';
import { AgoCell, CostCell, CountCell, scoreText } from './run-cells.tsx';

type UserColumn = GridColumn<ListedUser>;

function titleOf(id: string): string {
  return t(`users.columns.${id as 'user'}`);
}

const figure = (id: string, width: number, render: UserColumn['render']): UserColumn => ({
  id,
  title: titleOf(id),
  width,
  align: 'end',
  render,
});

export const userColumns: readonly UserColumn[] = [
  {
    id: 'user',
    title: titleOf('user'),
    width: 220,
    minWidth: 100,
    grow: 1,
    render: (user) => (
      <bdi className="cut mono user-id" title={oneLine(user.userId, 500)}>
        {oneLine(user.userId, 200)}
      </bdi>
    ),
  },
  figure('lastSeen', 112, (user, { clockUs }) => (
    <AgoCell us={user.lastSeenUs} clockUs={clockUs} />
  )),
  figure('firstSeen', 112, (user, { clockUs }) => (
    <AgoCell us={user.firstSeenUs} clockUs={clockUs} />
  )),
  figure('traces', 80, (user) => <CountCell value={user.traceCount} />),
  figure('threads', 80, (user) => <CountCell value={user.threadCount} />),
  figure('errors', 80, (user) =>
    user.errorCount === 0 ? null : (
      <span className="run-text" data-error>
        <CountCell value={user.errorCount} />
      </span>
    ),
  ),
  figure('tokens', 80, (user) => <CountCell value={user.totalTokens} />),
  figure('cost', 88, (user) => <CostCell usd={user.costUsd} />),
  {
    id: 'feedback',
    title: titleOf('feedback'),
    width: 200,
    grow: 1,
    render: (user) => <Scores feedback={user.feedback} />,
  },
];

const scoresShown = 3;

function Scores({ feedback }: Pick<ListedUser, 'feedback'>) {
  const rest = feedback.length - scoresShown;
  return (
    <span className="run-tags">
      {feedback.slice(0, scoresShown).map(({ key, count, average }) => (
        <span
          key={key}
          className="chip"
          title={t('runs.judgements', { count, formatted: countText(count) })}
        >
          <bdi>{oneLine(key, 40)}</bdi>{' '}
          <b className="number">{average === null ? `${count}×` : scoreText(average)}</b>
        </span>
      ))}
      {rest > 0 ? <span className="quiet">+{rest}</span> : null}
    </span>
  );
}

export function defaultUserPlaces(widthPx: number): ColumnPlace[] {
  const ids = [
    'user',
    'lastSeen',
    'firstSeen',
    'traces',
    'threads',
    'errors',
    'tokens',
    'cost',
    'feedback',
    'actions',
  ];
  const left =
    widthPx < 780 ? ['firstSeen', 'tokens', 'threads'] : widthPx < 1040 ? ['firstSeen'] : [];
  return ids.filter((id) => !left.includes(id)).map((id) => ({ id }));
}
