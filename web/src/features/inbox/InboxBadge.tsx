import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { t } from '../../i18n/index.ts';
import { shortCount } from '../../lib/format.ts';
import { problemCountQuery } from './inbox-documents.ts';
import { seenUntil } from './seen.ts';

interface InboxBadgeProps {
  workspaceUuid: string;
  /** Where one is; who leaves the inbox has seen it. */
  place: string;
}

/** How many problems came since the inbox was looked at here. */
export function InboxBadge({ workspaceUuid, place }: InboxBadgeProps) {
  const filter = useMemo(
    () => ({ state: 'NEW' as const, since: seenUntil(workspaceUuid, Date.now()) }),
    // eslint-disable-next-line react/exhaustive-deps -- read again at every place
    [workspaceUuid, place],
  );
  const { data, previousData } = useQuery(problemCountQuery, {
    variables: { filter },
    fetchPolicy: 'no-cache',
    pollInterval: 60_000,
    skipPollAttempt: () => document.hidden,
    errorPolicy: 'ignore',
  });
  const count = (data ?? previousData)?.viewer.workspace.counted?.count;
  if (!count || count.value === 0) return null;
  const formatted = shortCount(count.value) + (count.precision === 'AT_LEAST' ? '+' : '');
  return (
    <span className="nav-badge" title={t('inbox.badge', { count: count.value, formatted })}>
      <span aria-hidden>{formatted}</span>
      <span className="sr-only">{t('inbox.badge', { count: count.value, formatted })}</span>
    </span>
  );
}
