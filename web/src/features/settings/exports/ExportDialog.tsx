import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import type { ExportFormat, ExportRunsInput } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { JobDetails } from '../jobs/JobDetails.tsx';
import { exportRunsMutation } from '../jobs/job-documents.ts';

const formats: ExportFormat[] = ['JSONL', 'PARQUET'];

interface ExportDialogProps {
  projectId: string;
  /** Of the list one comes from, as a RunFilter in JSON. */
  filter?: Record<string, unknown> | undefined;
  timeRange?: ExportRunsInput['timeRange'];
  onClose: () => void;
}

/** Asks for the format, then shows how far the export is and its files. */
export function ExportDialog({ projectId, filter, timeRange, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>('JSONL');
  const [jobId, setJobId] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [exportRuns, { loading }] = useMutation(exportRunsMutation);
  const isNarrow = (filter !== undefined && Object.keys(filter).length > 0) || timeRange != null;

  async function start(): Promise<void> {
    setProblem(undefined);
    try {
      const input = { projectId, filter: filter ?? null, timeRange: timeRange ?? null, format };
      const { data } = await exportRuns({ variables: { input } });
      const { job, userErrors } = data!.exportRuns;
      if (job) setJobId(job.id);
      else setProblem(userErrors[0]?.message ?? t('errors.noReason'));
    } catch (error) {
      const { title, text } = errorWords(error);
      setProblem(`${title}. ${text}`);
    }
  }

  if (jobId !== undefined) return <JobDetails id={jobId} onClose={onClose} />;
  return (
    <Dialog title={t('exports.title')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <p>{t('exports.text')}</p>
        <p className="field-note">{t(isNarrow ? 'exports.matching' : 'exports.all')}</p>
        <fieldset className="field">
          <legend>{t('exports.format')}</legend>
          {formats.map((value) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name="format"
                checked={format === value}
                onChange={() => setFormat(value)}
              />
              <span>
                {t(`exports.formats.${value}`)}
                <small>{t(`exports.formatText.${value}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {problem === undefined ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <footer className="form-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button button-strong" data-autofocus disabled={loading}>
            {t('exports.start')}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
