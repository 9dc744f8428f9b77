import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import { t } from '../../../i18n/index.ts';
import { costText, countText, oneLine } from '../../../lib/format.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { repriceRunsMutation, repricingJobQuery } from './price-documents.ts';
import { differenceText } from './price-text.ts';
import { readCounts } from './reprice-counts.ts';
import type { RepriceCounts } from './reprice-counts.ts';

interface RepriceDialogProps {
  projects: readonly { id: string; name: string }[];
  onClose: () => void;
}

interface Choice {
  projectId: string;
  from: string;
  to: string;
}

/** Counts first; only then it offers to change anything. */
export function RepriceDialog({ projects, onClose }: RepriceDialogProps) {
  const [choice, setChoice] = useState<Choice>({ projectId: '', from: '', to: '' });
  const [job, setJob] = useState<{ id: string; isDry: boolean }>();
  const [problem, setProblem] = useState<string>();
  const [reprice, { loading }] = useMutation(repriceRunsMutation);

  async function start(isDry: boolean): Promise<void> {
    setProblem(undefined);
    try {
      const { data } = await reprice({ variables: { input: inputOf(choice, isDry) } });
      const { job: started, userErrors } = data!.repriceRuns;
      if (started) setJob({ id: started.id, isDry });
      else setProblem(userErrors[0]?.message ?? t('errors.noReason'));
    } catch (error) {
      const { title, text } = errorWords(error);
      setProblem(`${title}. ${text}`);
    }
  }

  return (
    <Dialog title={t('prices.repriceTitle')} onClose={onClose}>
      <div className="form">
        <p>{t('prices.repriceText')}</p>
        {job ? null : <ChoiceFields projects={projects} choice={choice} onChange={setChoice} />}
        {job ? (
          <Progress
            key={job.id}
            id={job.id}
            isDry={job.isDry}
            onApply={() => void start(false)}
            onClose={onClose}
          />
        ) : null}
        {problem === undefined ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        {job ? null : (
          <footer className="form-foot">
            <button type="button" className="button" onClick={onClose}>
              {t('common.cancel')}
            </button>
            <button
              type="button"
              className="button button-strong"
              data-autofocus
              disabled={loading}
              onClick={() => void start(true)}
            >
              {t('prices.dryRun')}
            </button>
          </footer>
        )}
      </div>
    </Dialog>
  );
}

function inputOf({ projectId, from, to }: Choice, dryRun: boolean) {
  return {
    projectId: projectId || null,
    timeRange: {
      from: from === '' ? null : `${from}T00:00:00Z`,
      to: to === '' ? null : `${to}T00:00:00Z`,
    },
    dryRun,
  };
}

interface ChoiceFieldsProps {
  projects: RepriceDialogProps['projects'];
  choice: Choice;
  onChange: (choice: Choice) => void;
}

function ChoiceFields({ projects, choice, onChange }: ChoiceFieldsProps) {
  return (
    <>
      <label className="field">
        <span>{t('prices.repriceProject')}</span>
        <select
          value={choice.projectId}
          onChange={(event) => onChange({ ...choice, projectId: event.target.value })}
        >
          <option value="">{t('prices.allProjects')}</option>
          {projects.map(({ id, name }) => (
            <option key={id} value={id}>
              {oneLine(name, 120)}
            </option>
          ))}
        </select>
      </label>
      <div className="price-pair">
        <label className="field">
          <span>{t('prices.repriceFrom')}</span>
          <input
            type="date"
            value={choice.from}
            onChange={(event) => onChange({ ...choice, from: event.target.value })}
          />
        </label>
        <label className="field">
          <span>{t('prices.repriceTo')}</span>
          <input
            type="date"
            value={choice.to}
            onChange={(event) => onChange({ ...choice, to: event.target.value })}
          />
        </label>
      </div>
    </>
  );
}

interface ProgressProps {
  id: string;
  isDry: boolean;
  onApply: () => void;
  onClose: () => void;
}

const pollMs = 700;

function Progress({ id, isDry, onApply, onClose }: ProgressProps) {
  const [isEnded, setIsEnded] = useState(false);
  const { data, error } = useQuery(repricingJobQuery, {
    variables: { id },
    fetchPolicy: 'network-only',
    pollInterval: isEnded ? 0 : pollMs,
  });
  const job = data?.job;
  const hasEnded = job != null && job.state !== 'QUEUED' && job.state !== 'RUNNING';
  if (hasEnded && !isEnded) setIsEnded(true);
  if (error) return <p className="field-error">{errorWords(error).text}</p>;
  if (job?.state === 'FAILED')
    return <p className="field-error">{job.error ?? t('prices.jobFailed')}</p>;
  const counts = readCounts(job?.result ?? job?.progress);
  const isDone = job?.state === 'SUCCEEDED';
  return (
    <>
      <Counts counts={counts} isDone={isDone} isDry={isDry} />
      <footer className="form-foot">
        <button type="button" className="button" onClick={onClose}>
          {t('common.close')}
        </button>
        {isDry ? (
          <button
            type="button"
            className="button button-strong"
            disabled={!isDone || counts.changed === 0}
            onClick={onApply}
          >
            {t('prices.apply', { count: counts.changed })}
          </button>
        ) : null}
      </footer>
    </>
  );
}

function Counts({
  counts,
  isDone,
  isDry,
}: {
  counts: RepriceCounts;
  isDone: boolean;
  isDry: boolean;
}) {
  const word = isDone
    ? isDry
      ? 'prices.would'
      : 'prices.did'
    : isDry
      ? 'prices.counting'
      : 'prices.changing';
  return (
    <>
      <p role="status" className="strong">
        {t(word)}
      </p>
      <dl className="reprice-counts number">
        <dt>{t('prices.counts.examined')}</dt>
        <dd>{countText(counts.examined)}</dd>
        <dt>{t('prices.counts.changed')}</dt>
        <dd>{countText(counts.changed)}</dd>
        <dt>{t('prices.counts.gained')}</dt>
        <dd>{countText(counts.gained)}</dd>
        <dt>{t('prices.counts.lost')}</dt>
        <dd>{countText(counts.lost)}</dd>
        <dt>{t('prices.counts.keptCallerCost')}</dt>
        <dd>{countText(counts.keptCallerCost)}</dd>
        <dt>{t('prices.counts.cost')}</dt>
        <dd>
          {costText(counts.costBeforeUsd)} → {costText(counts.costAfterUsd)}{' '}
          <span className="strong">
            ({differenceText(counts.costAfterUsd - counts.costBeforeUsd, costText)})
          </span>
        </dd>
      </dl>
    </>
  );
}
