import { useMutation } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import type { DeleteRunsInput } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { countText, oneLine } from '../../../lib/format.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Skeleton } from '../../../ui/States.tsx';
import { Counts } from './JobDetails.tsx';
import { JobStateWords } from './JobStateWords.tsx';
import { deleteProjectMutation, deleteRunsMutation } from './job-documents.ts';
import { countsOf, hasEnded } from './job-facts.ts';
import { useJob } from './use-job.ts';
import './jobs.css';

/** What is to be deleted: runs chosen in one way, or a whole project. */
export type DeletionTarget =
  { runs: Omit<DeleteRunsInput, 'dryRun'> } | { project: { id: string; name: string } };

interface DeleteRunsDialogProps {
  target: DeletionTarget;
  onClose: () => void;
  /** Called once when the deletion is under way: lists should be read again. */
  onDeleted: () => void;
}

/** Counts first, then asks to type how many, then shows how far it is. */
export function DeleteRunsDialog({ target, onClose, onDeleted }: DeleteRunsDialogProps) {
  const [dryJobId, setDryJobId] = useState<string>();
  const [jobId, setJobId] = useState<string>();
  const { start, problem, isStarting } = useStart(target);
  const { job: counted, error } = useJob(dryJobId);
  const hasBegun = useRef(false);
  const count = useEffectEvent(async () => setDryJobId(await start(true)));
  useEffect(() => {
    // Once: what is counted does not change while the dialog is open.
    if (hasBegun.current) return;
    hasBegun.current = true;
    void count();
  }, []);

  async function confirm(): Promise<void> {
    const id = await start(false);
    if (id === undefined) return;
    setJobId(id);
    onDeleted();
  }

  const failure =
    problem ??
    (error ? errorWords(error).text : undefined) ??
    (counted?.state === 'FAILED' ? (counted.error ?? t('errors.noReason')) : undefined);
  return (
    <Dialog title={titleOf(target)} onClose={onClose}>
      <div className="form">
        {jobId !== undefined ? (
          <Running id={jobId} onClose={onClose} />
        ) : counted?.state === 'SUCCEEDED' ? (
          <Confirm
            counts={countsOf(counted.result)}
            word={wordOf(target, countsOf(counted.result))}
            isProject={'project' in target}
            isBusy={isStarting}
            onConfirm={() => void confirm()}
            onClose={onClose}
          />
        ) : failure === undefined ? (
          <>
            <p role="status">{t('deleteRuns.counting')}</p>
            <Skeleton lines={[70, 60, 64]} />
          </>
        ) : null}
        {failure === undefined ? null : (
          <p className="field-error" role="alert">
            {failure}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Starts the job; gives its id, or undefined with a problem. */
function useStart(target: DeletionTarget) {
  const [problem, setProblem] = useState<string>();
  const [isStarting, setIsStarting] = useState(false);
  const [deleteRuns] = useMutation(deleteRunsMutation);
  const [deleteProject] = useMutation(deleteProjectMutation);

  async function ask(dryRun: boolean) {
    if ('project' in target) {
      const input = { projectId: target.project.id, dryRun };
      return (await deleteProject({ variables: { input } })).data?.deleteProject;
    }
    const input = { ...target.runs, dryRun };
    return (await deleteRuns({ variables: { input } })).data?.deleteRuns;
  }

  async function start(dryRun: boolean): Promise<string | undefined> {
    setProblem(undefined);
    setIsStarting(true);
    try {
      const payload = await ask(dryRun);
      if (payload?.job) return payload.job.id;
      setProblem(payload?.userErrors[0]?.message ?? t('errors.noReason'));
    } catch (error) {
      const { title, text } = errorWords(error);
      setProblem(`${title}. ${text}`);
    } finally {
      setIsStarting(false);
    }
    return undefined;
  }
  return { start, problem, isStarting };
}

function titleOf(target: DeletionTarget): string {
  if ('project' in target) {
    return t('deleteRuns.titleProject', { name: oneLine(target.project.name, 60) });
  }
  const { runUuids, traceUuids, threadIds, userIds } = target.runs;
  if (runUuids) return t('deleteRuns.title', { count: runUuids.length });
  if (traceUuids) return t('deleteRuns.titleTraces', { count: traceUuids.length });
  if (threadIds) return t('deleteRuns.titleThreads', { count: threadIds.length });
  if (userIds) return t('deleteRuns.titleUsers', { count: userIds.length });
  return t('deleteRuns.titleFilter');
}

/** What has to be typed: the project's name, or how many runs go. */
function wordOf(target: DeletionTarget, counts: readonly { count: number }[]): string {
  return 'project' in target ? target.project.name : countText(counts[0]?.count ?? 0);
}

interface ConfirmProps {
  counts: readonly { name: string; count: number }[];
  word: string;
  isProject: boolean;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

function Confirm({ counts, word, isProject, isBusy, onConfirm, onClose }: ConfirmProps) {
  const [typed, setTyped] = useState('');
  const isNothing = !isProject && counts.every(({ count }) => count === 0);
  return (
    <form
      className="job-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === word) onConfirm();
      }}
    >
      <Counts counts={counts} />
      <p>{t(isNothing ? 'deleteRuns.nothing' : 'deleteRuns.below')}</p>
      {isNothing ? null : (
        <label className="field">
          <span>{t('deleteRuns.typeToConfirm', { word: oneLine(word, 200) })}</span>
          <input
            type="text"
            autoComplete="off"
            value={typed}
            data-autofocus
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
      )}
      <footer className="form-foot">
        <button type="button" className="button" onClick={onClose}>
          {t(isNothing ? 'common.close' : 'common.cancel')}
        </button>
        {isNothing ? null : (
          <button
            type="submit"
            className="button button-destroy"
            disabled={isBusy || typed.trim() !== word}
          >
            {t('deleteRuns.confirm')}
          </button>
        )}
      </footer>
    </form>
  );
}

function Running({ id, onClose }: { id: string; onClose: () => void }) {
  const { job } = useJob(id);
  const isDone = job?.state === 'SUCCEEDED';
  return (
    <>
      {job ? <JobStateWords job={job} /> : <Skeleton lines={[50]} />}
      {job && hasEnded(job.state) && !isDone ? null : (
        <p role="status">{t(isDone ? 'deleteRuns.done' : 'deleteRuns.started')}</p>
      )}
      <footer className="form-foot">
        <button type="button" className="button button-strong" onClick={onClose}>
          {t('common.close')}
        </button>
      </footer>
    </>
  );
}
