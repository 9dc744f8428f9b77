import { useQuery } from '@apollo/client/react';
import { errorWords } from '../../../api/error-words.ts';
import { t } from '../../../i18n/index.ts';
import { countText, sizeText } from '../../../lib/format.ts';
import { CopyButton } from '../../../ui/Copy.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Skeleton } from '../../../ui/States.tsx';
import { exportFilesQuery } from './job-documents.ts';
import { countsOf, isUnsettled, jobName, receiptsOf } from './job-facts.ts';
import type { ShownReceipt } from './job-facts.ts';
import { JobStateWords } from './JobStateWords.tsx';
import { useJob } from './use-job.ts';

/** What a job does and what came of it: receipts, counts, files. */
export function JobDetails({ id, onClose }: { id: string; onClose: () => void }) {
  const { job, error } = useJob(id);
  return (
    <Dialog title={job ? jobName(job) : t('jobs.details')} onClose={onClose}>
      <div className="form job-details">
        {error && !job ? <p className="field-error">{errorWords(error).text}</p> : null}
        {job ? (
          <>
            <JobStateWords job={job} />
            <Counts counts={countsOf(job.result)} />
            <Receipts receipts={receiptsOf(job.result)} />
            {isUnsettled(job.result) ? <p>{t('jobs.unsettled')}</p> : null}
            {job.kind === 'EXPORT' && job.state === 'SUCCEEDED' ? <Files id={id} /> : null}
          </>
        ) : error ? null : (
          <Skeleton lines={[60, 40]} />
        )}
        <footer className="form-foot">
          <button type="button" className="button" data-autofocus onClick={onClose}>
            {t('common.close')}
          </button>
        </footer>
      </div>
    </Dialog>
  );
}

export function Counts({ counts }: { counts: readonly { name: string; count: number }[] }) {
  if (counts.length === 0) return null;
  return (
    <dl className="job-counts number" aria-label={t('jobs.wouldDelete')}>
      {counts.map(({ name, count }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{countText(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Receipts({ receipts }: { receipts: readonly ShownReceipt[] }) {
  if (receipts.length === 0) return null;
  return (
    <section>
      <h3>{t('jobs.receipts')}</h3>
      <p className="field-note">{t('jobs.receiptsText')}</p>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('jobs.receipt.store')}</th>
              <th scope="col">{t('jobs.receipt.found')}</th>
              <th scope="col">{t('jobs.receipt.remaining')}</th>
              <th scope="col">{t('jobs.receipt.query')}</th>
            </tr>
          </thead>
          <tbody>
            {receipts.map(({ store, found, remaining, verifyQuery }) => (
              <tr key={store}>
                <th scope="row" className="mono">
                  {store}
                </th>
                <td className="number">{countText(found)}</td>
                <td className="number" data-wrong={remaining > 0 || undefined}>
                  {countText(remaining)}
                </td>
                <td className="job-query">
                  <CopyButton text={verifyQuery} label={t('jobs.copyQuery', { store })} />
                  <code title={verifyQuery}>{verifyQuery}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Asked for when somebody looks: links are valid for minutes only. */
function Files({ id }: { id: string }) {
  const { data, error } = useQuery(exportFilesQuery, {
    variables: { id },
    fetchPolicy: 'network-only',
    pollInterval: 4 * 60_000,
  });
  if (error && !data) return <p className="field-error">{errorWords(error).text}</p>;
  const files = data?.job?.files;
  if (!files) return <Skeleton lines={[50, 50]} />;
  if (files.length === 0) return <p>{t('jobs.filesGone')}</p>;
  return (
    <section>
      <h3>{t('jobs.files')}</h3>
      <p className="field-note">{t('jobs.filesText')}</p>
      <div className="table-scroll job-files">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('jobs.file.name')}</th>
              <th scope="col">{t('jobs.file.runs')}</th>
              <th scope="col">{t('jobs.file.size')}</th>
              <th scope="col">{t('jobs.file.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.name}>
                <th scope="row">
                  <a
                    href={file.url}
                    download={file.name}
                    aria-label={t('jobs.download', { name: file.name })}
                  >
                    {file.name}
                  </a>
                </th>
                <td className="number">{file.runCount === null ? '' : countText(file.runCount)}</td>
                <td className="number">{sizeText(Number(file.sizeBytes))}</td>
                <td className="job-query">
                  <code title={file.sha256}>{file.sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
