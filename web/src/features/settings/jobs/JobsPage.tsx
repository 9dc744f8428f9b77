import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import type { JobKind, JobsQuery } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { agoText, durationText, exactTime, oneLine } from '../../../lib/format.ts';
import { parseTimeUs } from '../../../lib/time.ts';
import { useTick } from '../../../lib/use-tick.ts';
import { Page } from '../../../ui/Page.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { CalmState, ErrorState, Skeleton } from '../../../ui/States.tsx';
import { JobDetails } from './JobDetails.tsx';
import { cancelJobMutation, jobsQuery } from './job-documents.ts';
import { hasEnded, jobName } from './job-facts.ts';
import { JobStateWords } from './JobStateWords.tsx';
import type { JobFilter } from './job-search.ts';
import { jobFilters, kindsOf } from './job-search.ts';
import './jobs.css';

type ListedJob = JobsQuery['jobs']['nodes'][number];

interface JobsPageProps {
  filter: JobFilter;
  onFilter: (filter: JobFilter) => void;
  /** Kinds that the viewer may cancel. */
  cancelable: readonly JobKind[];
}

const pollMs = 3000;

/** Everything that goes on in the background of the workspace, and what came of it. */
export function JobsPage({ filter, onFilter, cancelable }: JobsPageProps) {
  const variables = { kinds: kindsOf(filter) };
  const { data, error, refetch, fetchMore } = useQuery(jobsQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
    pollInterval: pollMs,
  });
  const [openId, setOpenId] = useState<string>();
  useTick(10_000);
  const jobs = data?.jobs.nodes;
  const { hasNextPage, endCursor } = data?.jobs.pageInfo ?? {};
  return (
    <Page title={t('jobs.title')} tabTitle={t('jobs.title')}>
      <p className="page-lead">{t('jobs.lead')}</p>
      <div className="jobs-bar">
        <Segments
          label={t('jobs.filterLabel')}
          value={filter}
          options={jobFilters.map((value) => ({ value, text: t(`jobs.filter.${value}`) }))}
          onChange={onFilter}
        />
      </div>
      {error && !jobs ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !jobs ? (
        <Skeleton lines={[60, 54, 58]} />
      ) : jobs.length === 0 ? (
        <CalmState title={t('jobs.none')}>
          <p>{t('jobs.noneText')}</p>
        </CalmState>
      ) : (
        <JobTable jobs={jobs} cancelable={cancelable} onOpen={setOpenId} />
      )}
      {hasNextPage ? (
        <button
          type="button"
          className="button jobs-more"
          onClick={() =>
            void fetchMore({
              variables: { ...variables, after: endCursor ?? null },
              updateQuery: (before, { fetchMoreResult: { jobs: next } }) => ({
                jobs: { ...next, nodes: [...before.jobs.nodes, ...next.nodes] },
              }),
            })
          }
        >
          {t('jobs.more')}
        </button>
      ) : null}
      {openId === undefined ? null : (
        <JobDetails id={openId} onClose={() => setOpenId(undefined)} />
      )}
    </Page>
  );
}

interface JobTableProps {
  jobs: readonly ListedJob[];
  cancelable: readonly JobKind[];
  onOpen: (id: string) => void;
}

function JobTable({ jobs, cancelable, onOpen }: JobTableProps) {
  return (
    <div className="table-scroll">
      <table className="plain-table jobs-table" aria-label={t('jobs.title')}>
        <thead>
          <tr>
            <th scope="col">{t('jobs.columns.what')}</th>
            <th scope="col">{t('jobs.columns.state')}</th>
            <th scope="col">{t('jobs.columns.asked')}</th>
            <th scope="col">{t('jobs.columns.took')}</th>
            <th scope="col">
              <span className="sr-only">{t('jobs.columns.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <JobRow
              key={job.id}
              job={job}
              mayCancel={cancelable.includes(job.kind)}
              onOpen={() => onOpen(job.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface JobRowProps {
  job: ListedJob;
  mayCancel: boolean;
  onOpen: () => void;
}

function JobRow({ job, mayCancel, onOpen }: JobRowProps) {
  const name = jobName(job);
  const createdUs = parseTimeUs(job.createdAt) ?? 0;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <JobStateWords job={job} />
      </td>
      <td>
        <span className="number" title={exactTime(createdUs)}>
          {agoText(createdUs, Date.now() * 1000)}
        </span>
        <bdi className="quiet">
          {' '}
          {job.createdBy === null
            ? t('jobs.automatic')
            : t('jobs.by', { name: oneLine(job.createdBy.name, 60) })}
        </bdi>
      </td>
      <td className="number">{tookText(job)}</td>
      <td className="row-actions">
        <button
          type="button"
          className="button button-quiet"
          aria-label={t('jobs.detailsOf', { name })}
          onClick={onOpen}
        >
          {t('jobs.details')}
        </button>
        {mayCancel && !hasEnded(job.state) ? <CancelButton id={job.id} name={name} /> : null}
      </td>
    </tr>
  );
}

function tookText({ startedAt, finishedAt }: ListedJob): string {
  if (startedAt === null || finishedAt === null) return '';
  return durationText((parseTimeUs(finishedAt) ?? 0) - (parseTimeUs(startedAt) ?? 0));
}

function CancelButton({ id, name }: { id: string; name: string }) {
  const [problem, setProblem] = useState<string>();
  const [cancel, { loading }] = useMutation(cancelJobMutation);
  async function ask(): Promise<void> {
    try {
      const { data } = await cancel({ variables: { input: { id } } });
      setProblem(data?.cancelJob.userErrors[0]?.message);
    } catch (error) {
      setProblem(errorWords(error).text || t('jobs.cancelFailed'));
    }
  }
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-danger"
        aria-label={t('jobs.cancelOf', { name })}
        disabled={loading}
        onClick={() => void ask()}
      >
        {t('jobs.cancel')}
      </button>
      {problem === undefined ? null : (
        <span className="field-error" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
