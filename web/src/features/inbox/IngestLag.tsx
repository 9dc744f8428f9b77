import { useQuery } from '@apollo/client/react';
import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { ingestLagQuery } from './inbox-documents.ts';
import { lagText } from './lag-words.ts';
import './lag.css';

const calmPollMs = 20_000;
const delayedPollMs = 5000;

/** Says that the newest runs are missing because storing them is behind; nothing while it is not. */
export function IngestLag() {
  const [isDelayed, setIsDelayed] = useState(false);
  const { data, previousData } = useQuery(ingestLagQuery, {
    fetchPolicy: 'no-cache',
    pollInterval: isDelayed ? delayedPollMs : calmPollMs,
    skipPollAttempt: () => document.hidden,
    // Not knowing the lag is no reason to disturb whoever looks at runs.
    errorPolicy: 'ignore',
  });
  const status = (data ?? previousData)?.viewer.workspace.ingestStatus;
  if (status && status.isDelayed !== isDelayed) setIsDelayed(status.isDelayed);
  if (!status?.isDelayed || status.lagSeconds === null) return null;
  return (
    <p className="lag" role="status">
      <Hourglass size={14} aria-hidden />
      <span>
        <strong>{t('inbox.lag.title', { lag: lagText(status.lagSeconds) })}</strong>{' '}
        {t('inbox.lag.text')}
      </span>
    </p>
  );
}
