import { useQuery } from '@apollo/client/react';
import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { graphql } from '../../gql/index.ts';
import { t } from '../../i18n/index.ts';
import { agoText, durationText, exactTime, oneLine, runName } from '../../lib/format.ts';
import { parseTimeUs } from '../../lib/time.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState, Skeleton } from '../../ui/States.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import './compare.css';

const likeTracesQuery = graphql(`
  query CompareCandidates($project: String!, $name: String!) {
    project(name: $project) {
      id
      runs(first: 12, filter: { isRoot: true, name: { eq: $name } }) {
        nodes {
          id
          uuid
          traceUuid
          name
          status
          startedAt
          latencyMs
          inputPreview
        }
      }
    }
  }
`);

interface CompareWithProps {
  traceUuid: string;
  name: string;
  project: string | undefined;
  /** The id in what was pasted; undefined when there is none. */
  parseId: (text: string) => string | undefined;
  onChoose: (otherUuid: string) => void;
}

/** A button that asks which other trace to compare with. */
export function CompareWith(props: CompareWithProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" className="button button-quiet" onClick={() => setIsOpen(true)}>
        <GitCompareArrows size={14} aria-hidden /> {t('compare.compareWith')}
      </button>
      {isOpen ? (
        <Dialog title={t('compare.compareWith')} onClose={() => setIsOpen(false)}>
          <Choice {...props} />
        </Dialog>
      ) : null}
    </>
  );
}

function Choice(props: CompareWithProps) {
  const { parseId, onChoose } = props;
  const [text, setText] = useState('');
  const id = parseId(text);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (id) onChoose(id);
  };
  return (
    <div className="cmp-with">
      <p className="quiet">{t('compare.compareWithText')}</p>
      <form onSubmit={onSubmit}>
        <input
          data-autofocus
          className="text-input"
          value={text}
          placeholder={t('compare.idOrLink')}
          aria-label={t('compare.idOrLink')}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button" disabled={!id}>
          {t('compare.compare')}
        </button>
      </form>
      {props.project === undefined ? null : <Recent {...props} project={props.project} />}
    </div>
  );
}

function Recent({ traceUuid, name, project, onChoose }: CompareWithProps & { project: string }) {
  const { data, error, refetch } = useQuery(likeTracesQuery, {
    variables: { project, name },
    fetchPolicy: 'network-only',
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={[60, 80, 70]} />;
  const others = (data.project?.runs.nodes ?? []).filter((run) => run.traceUuid !== traceUuid);
  const nowUs = Date.now() * 1000;
  return (
    <section aria-label={t('compare.recent', { name: runName(name) })}>
      <h3>{t('compare.recent', { name: oneLine(runName(name), 60) })}</h3>
      {others.length === 0 ? <p className="quiet">{t('compare.noRecent')}</p> : null}
      <ul className="cmp-recent">
        {others.map((run) => {
          const startUs = parseTimeUs(run.startedAt) ?? 0;
          return (
            <li key={run.id}>
              <button type="button" onClick={() => onChoose(run.traceUuid)}>
                <StatusWord
                  status={run.status}
                  phase={run.status === 'PENDING' ? 'running' : 'ended'}
                />
                <bdi className="cmp-recent-preview">{oneLine(run.inputPreview, 160)}</bdi>
                <span className="number quiet">
                  {typeof run.latencyMs === 'number' ? durationText(run.latencyMs * 1000) : ''}
                </span>
                <span className="quiet" title={exactTime(startUs)}>
                  {agoText(startUs, nowUs)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
