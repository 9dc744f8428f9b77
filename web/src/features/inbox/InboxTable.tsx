import { useFragment } from '@apollo/client/react';
import type { FragmentType } from '@apollo/client/masking';
import type { KeyboardEvent } from 'react';
import type { ProblemRowFragment } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { countText, oneLine } from '../../lib/format.ts';
import { problemRowFragment } from './inbox-documents.ts';
import { Ago, KindIcon, sdkText, StateWord } from './ProblemFacts.tsx';
import type { ListedProblem } from './use-inbox.ts';
import type { Selection } from './use-selection.ts';

interface InboxTableProps {
  problems: readonly ListedProblem[];
  selection: Selection;
  openId: string | undefined;
  onOpen: (id: string) => void;
}

/** One row for each problem: what, from whom, for which run, how often, when. */
export function InboxTable({ problems, selection, openId, onOpen }: InboxTableProps) {
  return (
    <table
      className="plain-table inbox-table"
      aria-label={t('inbox.title')}
      onKeyDown={moveBetweenRows}
    >
      <thead>
        <tr>
          <th scope="col" className="inbox-tick">
            <input
              type="checkbox"
              aria-label={t('inbox.tickAll')}
              checked={selection.areAllTicked}
              ref={(box) => {
                if (box) box.indeterminate = selection.chosen.length > 0 && !selection.areAllTicked;
              }}
              onChange={() => selection.toggleAll()}
            />
          </th>
          <th scope="col">{t('inbox.columns.problem')}</th>
          <th scope="col" className="inbox-key">
            {t('inbox.columns.key')}
          </th>
          <th scope="col" className="inbox-sdk">
            {t('inbox.columns.sdk')}
          </th>
          <th scope="col" className="inbox-run">
            {t('inbox.columns.run')}
          </th>
          <th scope="col" className="inbox-count">
            {t('inbox.columns.count')}
          </th>
          <th scope="col" className="inbox-when">
            {t('inbox.columns.when')}
          </th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem) => (
          <InboxRow
            key={problem.id}
            id={problem.id}
            problem={problem}
            isTicked={selection.has(problem.id)}
            isOpen={problem.id === openId}
            onTick={() => selection.toggle(problem.id)}
            onOpen={() => onOpen(problem.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** `j`, `k` and arrows walk through the rows, `x` ticks; Enter opens by the button's own nature. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.inbox-open')];
  const row = (event.target as HTMLElement).closest('tr');
  const index = buttons.findIndex((button) => row?.contains(button));
  if (event.key === 'x' && index >= 0) row?.querySelector('input')?.click();
  else {
    const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    buttons[Math.max(0, Math.min(buttons.length - 1, index + by))]?.focus();
  }
  event.preventDefault();
}

interface InboxRowProps {
  id: string;
  problem: FragmentType<ProblemRowFragment>;
  isTicked: boolean;
  isOpen: boolean;
  onTick: () => void;
  onOpen: () => void;
}

function InboxRow({ id, problem, isTicked, isOpen, onTick, onOpen }: InboxRowProps) {
  const { data, complete } = useFragment({ fragment: problemRowFragment, from: problem });
  if (!complete) return null;
  const reason = oneLine(data.reason, 300);
  const detail = oneLine(data.detail ?? '', 300);
  return (
    <tr data-open={isOpen || undefined} data-ticked={isTicked || undefined} onClick={onOpen}>
      <td className="inbox-tick" onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          aria-label={t('inbox.tick', { reason })}
          checked={isTicked}
          onChange={onTick}
        />
      </td>
      <th scope="row">
        <span className="inbox-problem">
          <KindIcon kind={data.kind} />
          <button
            type="button"
            className="inbox-open cut"
            id={`open-${id}`}
            aria-expanded={isOpen}
            title={[reason, detail].filter(Boolean).join('\n')}
            onClick={(event) => {
              event.stopPropagation();
              onOpen();
            }}
          >
            <bdi>{reason}</bdi>
            {detail === '' ? null : <bdi className="quiet"> {detail}</bdi>}
          </button>
          <StateWord state={data.state} />
        </span>
      </th>
      <td className="inbox-key">
        <bdi className="cut" title={data.apiKey ? `${data.apiKey.displayPrefix}…` : ''}>
          {data.apiKey ? oneLine(data.apiKey.name, 120) : <Unknown />}
        </bdi>
      </td>
      <td className="inbox-sdk">
        <bdi className="cut" title={data.sdk?.userAgent ?? ''}>
          {data.sdk ? oneLine(sdkText(data.sdk), 80) : <Unknown />}
        </bdi>
      </td>
      <td className="inbox-run mono" title={data.runUuid ?? ''}>
        {data.runUuid === null ? <Unknown /> : `…${data.runUuid.slice(-8)}`}
      </td>
      <td className="inbox-count number">{countText(data.occurrences)}</td>
      <td className="inbox-when">
        <Ago at={data.lastAt} />
      </td>
    </tr>
  );
}

const Unknown = () => <span className="quiet">–</span>;
