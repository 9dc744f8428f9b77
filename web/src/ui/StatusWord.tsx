import { Check, CircleAlert, CircleSlash } from 'lucide-react';
import { t } from '../i18n/index.ts';
import type { RunPhase } from '../lib/run-phase.ts';
import type { RunStatus } from '../gql/graphql.ts';

/** How a run stands, in a word with a sign; amber belongs to what runs. */
export function StatusWord({ status, phase }: { status: RunStatus; phase: RunPhase }) {
  if (phase === 'running') {
    return (
      <span className="status" data-status="running">
        <span className="pulse" /> {t('status.running')}
      </span>
    );
  }
  if (phase === 'silent') {
    return (
      <span className="status" title={t('status.silentText')}>
        <CircleSlash size={14} aria-hidden /> {t('status.silent')}
      </span>
    );
  }
  if (status === 'ERROR') {
    return (
      <span className="status" data-status="error">
        <CircleAlert size={14} aria-hidden /> {t('status.error')}
      </span>
    );
  }
  return (
    <span className="status">
      <Check size={14} aria-hidden /> {t('status.success')}
    </span>
  );
}
