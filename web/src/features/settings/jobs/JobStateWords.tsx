import type { JobRowFragment } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { hasEnded, progressRatio, progressText } from './job-facts.ts';
import './jobs.css';

type ShownJob = Pick<JobRowFragment, 'state' | 'progress' | 'error' | 'isCancelRequested'>;

/** State, and while it runs, how far it is. */
export function JobStateWords({ job }: { job: ShownJob }) {
  const isOpen = !hasEnded(job.state);
  const words = isOpen && job.state === 'RUNNING' ? progressText(job.progress) : undefined;
  const ratio = isOpen ? progressRatio(job.progress) : undefined;
  return (
    <div className="job-state" data-state={job.state}>
      <span className="job-dot" aria-hidden />
      <span>
        {isOpen && job.isCancelRequested ? t('jobs.cancelling') : t(`jobs.state.${job.state}`)}
        {words === undefined ? null : <span className="quiet"> · {words}</span>}
        {job.error === null ? null : <span className="job-error">{job.error}</span>}
      </span>
      {ratio === undefined ? null : <progress max={1} value={ratio} aria-label={words} />}
    </div>
  );
}
