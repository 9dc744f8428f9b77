import { useQuery } from '@apollo/client/react';
import { RotateCcw, Trash2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { hasErrorCode } from '../../api/error-words.ts';
import type { ProblemDetailsQuery } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { countText, oneLine } from '../../lib/format.ts';
import { AddressLink } from '../../ui/AddressLink.tsx';
import { CopyId } from '../../ui/Copy.tsx';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import { problemDetailsQuery } from './inbox-documents.ts';
import { Ago, KindIcon, sdkText, StateWord } from './ProblemFacts.tsx';
import type { InboxAction } from './use-inbox-actions.ts';

type Problem = NonNullable<ProblemDetailsQuery['viewer']['workspace']['ingestProblem']>;

export interface ProblemDetailsProps {
  id: string;
  /** It has left the inbox while it was open. */
  isGone: boolean;
  /** Where a run is shown in its trace, or waited for. */
  runLink: (runUuid: string) => string;
  renderPayload: (value: unknown, label: string) => ReactNode;
  onAction: (action: InboxAction) => void;
  onClose: () => void;
}

/** One problem beside the list: why, from whom, what was sent, and what can be done. */
export function ProblemDetails(props: ProblemDetailsProps) {
  const { id, isGone } = props;
  const pane = useRef<HTMLElement>(null);
  const { data, error, refetch } = useQuery(problemDetailsQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'all',
    skip: isGone,
  });
  useEffect(() => pane.current?.focus({ preventScroll: true }), [id]);
  const problem = data?.viewer.workspace.ingestProblem;
  const isMissing = isGone || (error !== undefined && hasErrorCode(error, 'NOT_FOUND'));
  return (
    <aside ref={pane} className="problem" aria-label={t('inbox.details')} tabIndex={-1}>
      <header className="problem-head">
        <h2>{t('inbox.details')}</h2>
        <span className="spacer" />
        <button
          type="button"
          className="icon-button"
          title={t('inbox.closeDetails')}
          aria-label={t('inbox.closeDetails')}
          onClick={props.onClose}
        >
          <X size={16} aria-hidden />
        </button>
      </header>
      {isMissing ? (
        <CalmState title={t('inbox.gone')}>
          <p>{t('inbox.goneText')}</p>
        </CalmState>
      ) : problem ? (
        <LoadedProblem {...props} problem={problem} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={[70, 40, 0, 52, 46, 58, 0, 88]} />
      )}
    </aside>
  );
}

function LoadedProblem(props: ProblemDetailsProps & { problem: Problem }) {
  const { problem, onAction } = props;
  return (
    <div className="problem-body">
      <div className="problem-title">
        <KindIcon kind={problem.kind} />
        <h3>
          <bdi>{problem.reason}</bdi>
        </h3>
      </div>
      {problem.detail === null ? null : (
        <p className="problem-detail mono">
          <bdi>{problem.detail.slice(0, 4000)}</bdi>
        </p>
      )}
      <p className="prose">{t(nextStepOf(problem))}</p>
      <div className="problem-actions">
        {problem.canReplay ? (
          <button
            type="button"
            className="button"
            disabled={problem.state === 'REPLAY_REQUESTED'}
            onClick={() => onAction('replay')}
          >
            <RotateCcw size={14} aria-hidden />
            {t('inbox.replay')}
          </button>
        ) : null}
        <button
          type="button"
          className="button button-quiet button-danger"
          onClick={() => onAction('purge')}
        >
          <Trash2 size={14} aria-hidden />
          {t('inbox.purge')}
        </button>
        <StateWord state={problem.state} />
      </div>
      <Facts {...props} />
      <Sent {...props} />
    </div>
  );
}

function nextStepOf({ kind, code, canReplay }: Problem) {
  if (kind === 'REJECTED') return 'inbox.next.rejected';
  if (canReplay) return 'inbox.next.dead';
  return code === 'corrupt' ? 'inbox.next.corrupt' : 'inbox.next.deleted';
}

function Facts({ problem, runLink }: ProblemDetailsProps & { problem: Problem }) {
  const { apiKey, sdk, runUuid, batchUuid, part, attempts, occurrences } = problem;
  return (
    <dl className="problem-facts">
      <Fact name={t('inbox.facts.kind')}>
        {t(`inbox.kind.${problem.kind}`)} <code className="inline-code">{problem.code}</code>
      </Fact>
      {apiKey ? (
        <Fact name={t('inbox.facts.key')}>
          <bdi>{oneLine(apiKey.name, 120)}</bdi>{' '}
          <span className="mono quiet">{apiKey.displayPrefix}…</span>
          {apiKey.revokedAt === null ? null : (
            <span className="quiet"> {t('inbox.facts.revoked')}</span>
          )}
        </Fact>
      ) : null}
      {sdk ? (
        <Fact name={t('inbox.facts.sdk')}>
          <bdi title={sdk.userAgent}>{oneLine(sdkText(sdk), 120)}</bdi>
        </Fact>
      ) : null}
      {runUuid === null ? null : (
        <Fact name={t('inbox.facts.run')}>
          <CopyId id={runUuid} label={t('inbox.facts.uuid')} />
          <AddressLink className="link-button" href={runLink(runUuid)}>
            {t('inbox.facts.openRun')}
          </AddressLink>
        </Fact>
      )}
      {part === null ? null : (
        <Fact name={t('inbox.facts.part')}>
          <code className="inline-code">{oneLine(part, 256)}</code>
        </Fact>
      )}
      {batchUuid === null ? null : (
        <Fact name={t('inbox.facts.batch')}>
          <CopyId id={batchUuid} label={t('inbox.facts.uuid')} />
        </Fact>
      )}
      <Fact name={t(attempts === null ? 'inbox.facts.occurrences' : 'inbox.facts.attempts')}>
        <span className="number">{countText(attempts ?? occurrences)}</span>
      </Fact>
      <Fact name={t('inbox.facts.first')}>
        <Ago at={problem.firstAt} />
      </Fact>
      <Fact name={t('inbox.facts.last')}>
        <Ago at={problem.lastAt} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What was sent, by the viewer of payloads. */
function Sent({ problem, renderPayload }: ProblemDetailsProps & { problem: Problem }) {
  const { payload } = problem;
  if (!payload || payload.sizeBytes === 0) {
    return <p className="quiet">{t('inbox.nothingKept')}</p>;
  }
  return (
    <div className="problem-sent">
      {renderPayload(payload.value, t('inbox.sent'))}
      {payload.isCut ? (
        <p className="quiet">{t('inbox.cut', { size: countText(payload.sizeBytes) })}</p>
      ) : null}
    </div>
  );
}
