import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { t } from '../../i18n/index.ts';
import { AddressLink } from '../../ui/AddressLink.tsx';
import { traceTurnsQuery } from './trace-documents.ts';

interface TraceTurnsProps {
  /** Global id of the root. */
  rootId: string;
  traceLink: (traceUuid: string) => string;
}

/** To the turns before and after this one in its thread. */
export function TraceTurns({ rootId, traceLink }: TraceTurnsProps) {
  const { data } = useQuery(traceTurnsQuery, {
    variables: { id: rootId },
    fetchPolicy: 'network-only',
  });
  const run = data?.run;
  if (!run || (!run.previousTurn && !run.nextTurn)) return null;
  return (
    <span className="tr-steps" role="group" aria-label={t('trace.turns.label')}>
      <Step to={run.previousTurn?.uuid} label={t('trace.turns.previous')} link={traceLink}>
        <ChevronLeft size={14} aria-hidden />
      </Step>
      <Step to={run.nextTurn?.uuid} label={t('trace.turns.next')} link={traceLink}>
        <ChevronRight size={14} aria-hidden />
      </Step>
    </span>
  );
}

interface StepProps {
  to: string | undefined;
  label: string;
  link: (traceUuid: string) => string;
  children: ReactNode;
}

function Step({ to, label, link, children }: StepProps) {
  if (to === undefined) {
    return (
      <span className="icon-button" aria-disabled>
        {children}
      </span>
    );
  }
  return (
    <AddressLink href={link(to)} className="icon-button" title={label} aria-label={label}>
      {children}
    </AddressLink>
  );
}
