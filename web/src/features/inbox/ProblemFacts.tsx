import { Ban, CircleX } from 'lucide-react';
import type { ProblemRowFragment } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { agoText, exactTime } from '../../lib/format.ts';
import { parseTimeUs } from '../../lib/time.ts';

/** What became of the operation, as a sign with its word. */
export function KindIcon({ kind }: Pick<ProblemRowFragment, 'kind'>) {
  const Icon = kind === 'DEAD' ? CircleX : Ban;
  return (
    <span className="problem-kind" data-kind={kind} title={t(`inbox.kindText.${kind}`)}>
      <Icon size={14} aria-hidden />
      <span className="sr-only">{t(`inbox.kind.${kind}`)}</span>
    </span>
  );
}

/** Moving while it is being stored again. */
export function StateWord({ state }: Pick<ProblemRowFragment, 'state'>) {
  if (state !== 'REPLAY_REQUESTED') return null;
  return (
    <span className="status" data-status="running">
      <span className="pulse" />
      {t('inbox.replaying')}
    </span>
  );
}

export function Ago({ at }: { at: string }) {
  const us = parseTimeUs(at) ?? 0;
  return (
    <span className="number" title={exactTime(us)}>
      {agoText(us, Date.now() * 1000)}
    </span>
  );
}

export function sdkText(sdk: ProblemRowFragment['sdk']): string {
  if (!sdk) return '';
  return sdk.version === null ? sdk.name : `${sdk.name} ${sdk.version}`;
}
