import { MessageSquareText, Pencil, Plus, Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { FeedbackItemFragment } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { agoText, exactTime, oneLine } from '../../../lib/format.ts';
import { parseTimeUs } from '../../../lib/time.ts';
import { plainValue } from '../renderers/ChatView.tsx';
import { LongText } from '../renderers/LongText.tsx';
import { draftOf } from './feedback/draft.ts';
import { FeedbackForm } from './feedback/FeedbackForm.tsx';
import { useFeedback } from './feedback/use-feedback.ts';
import type { RunFeedback } from './feedback/use-feedback.ts';
import { isRounded, scoreText, sourceText } from './feedback-words.ts';
import type { RunDetailsRecord } from './use-run-details.ts';
import './feedback/feedback.css';

type GivenFeedback = RunDetailsRecord['feedback'][number];
/** What came with the run, until who gave it is known too. */
type FeedbackRecord = GivenFeedback & Partial<FeedbackItemFragment>;

interface FeedbackProps {
  /** Global id of the run. */
  runId: string;
  feedback: GivenFeedback[];
}

/** Judgements as chips; one that has more to say opens below them. Who may, gives and changes them. */
export function Feedback({ runId, feedback }: FeedbackProps) {
  const [openId, setOpenId] = useState<string>();
  const [isAdding, setIsAdding] = useState(false);
  const own = useFeedback(runId);
  const shown: FeedbackRecord[] = own.items ?? feedback;
  const open = shown.find(({ uuid }) => uuid === openId);
  if (shown.length === 0 && !own.mayGive) return null;
  return (
    <section className="tr-feedback" aria-label={t('feedback.title')}>
      <div className="tr-feedback-chips">
        {shown.map((one) => (
          <FeedbackChip
            key={one.uuid}
            feedback={one}
            isOpen={one === open}
            onToggle={() => setOpenId(one === open ? undefined : one.uuid)}
          />
        ))}
        {own.mayGive && !isAdding ? (
          <button
            type="button"
            className="tr-feedback-chip tr-fb-add"
            onClick={() => {
              setOpenId(undefined);
              setIsAdding(true);
            }}
          >
            <Plus size={13} aria-hidden />
            {t('feedback.add')}
          </button>
        ) : null}
      </div>
      {isAdding ? (
        <FeedbackForm scales={own.scales} onSave={own.give} onClose={() => setIsAdding(false)} />
      ) : null}
      {open ? <FeedbackMore key={open.uuid} feedback={open} own={own} /> : null}
    </section>
  );
}

interface FeedbackChipProps {
  feedback: FeedbackRecord;
  isOpen: boolean;
  onToggle: () => void;
}

function FeedbackChip({ feedback, isOpen, onToggle }: FeedbackChipProps) {
  const { key, comment, isError, user } = feedback;
  const judgement = scoreText(labelled(feedback));
  return (
    <button
      type="button"
      className="tr-feedback-chip"
      data-error={isError || undefined}
      aria-expanded={isOpen}
      title={comment ? oneLine(comment, 500) : undefined}
      onClick={onToggle}
    >
      {isError ? <TriangleAlert size={13} aria-label={t('feedback.failed')} /> : null}
      <bdi className="tr-feedback-key">{oneLine(key, 60)}</bdi>
      {judgement === undefined ? null : <bdi className="number">{judgement}</bdi>}
      {user ? <bdi className="quiet tr-fb-who">{oneLine(user.name, 24)}</bdi> : null}
      {comment ? <MessageSquareText size={13} aria-label={t('feedback.withComment')} /> : null}
    </button>
  );
}

function FeedbackMore({ feedback, own }: { feedback: FeedbackRecord; own: RunFeedback }) {
  const [isEditing, setIsEditing] = useState(false);
  const { id, mayChange } = feedback;
  if (isEditing && id !== undefined) {
    return (
      <FeedbackForm
        scales={own.scales}
        draft={draftOf(feedback as FeedbackItemFragment)}
        onSave={(_key, fields) => own.change(id, fields)}
        onClose={() => setIsEditing(false)}
      />
    );
  }
  return (
    <div className="tr-feedback-more">
      <FeedbackContent feedback={feedback} />
      {id !== undefined && mayChange === true ? (
        <FeedbackActions onEdit={() => setIsEditing(true)} onRemove={() => own.remove(id)} />
      ) : null}
    </div>
  );
}

function FeedbackContent({ feedback }: { feedback: FeedbackRecord }) {
  const { comment, score, value, correction, source, user, createdAt } = feedback;
  const givenUs = parseTimeUs(createdAt) ?? 0;
  return (
    <>
      {comment ? (
        <div className="tr-feedback-comment">
          <LongText text={comment} as="text" />
        </div>
      ) : null}
      {isRounded(feedback) || labelled(feedback) !== feedback ? (
        <FeedbackLine label={t('feedback.score')} value={score} />
      ) : null}
      {isSaid(value) ? <FeedbackLine label={t('feedback.value')} value={value} /> : null}
      {isSaid(correction) ? (
        <FeedbackLine label={t('feedback.correction')} value={correction} />
      ) : null}
      <p className="quiet">
        {user ? (
          <bdi>{t('feedback.by', { name: oneLine(user.name, 60) })}</bdi>
        ) : (
          sourceText(source)
        )}
        ,{' '}
        <time dateTime={createdAt} title={exactTime(givenUs)}>
          {agoText(givenUs, Date.now() * 1000)}
        </time>
      </p>
    </>
  );
}

interface FeedbackActionsProps {
  onEdit: () => void;
  onRemove: () => Promise<string | undefined>;
}

/** Deleting asks once, in place. */
function FeedbackActions({ onEdit, onRemove }: FeedbackActionsProps) {
  const [isSure, setIsSure] = useState(false);
  const [problem, setProblem] = useState<string>();
  return (
    <div className="tr-fb-foot">
      <button type="button" className="button button-quiet" onClick={onEdit}>
        <Pencil size={13} aria-hidden /> {t('feedback.edit')}
      </button>
      <button
        type="button"
        className="button button-quiet button-danger"
        onBlur={() => setIsSure(false)}
        onClick={() => {
          if (isSure) void onRemove().then(setProblem);
          else setIsSure(true);
        }}
      >
        <Trash2 size={13} aria-hidden />
        {t(isSure ? 'feedback.deleteSure' : 'feedback.delete')}
      </button>
      {problem === undefined ? null : (
        <span className="field-error" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}

function FeedbackLine({ label, value }: { label: string; value: unknown }) {
  return (
    <div className="tr-entry">
      <span className="quiet">{label}</span>
      <LongText text={plainValue(value)} as="text" />
    </div>
  );
}

/** A category is told by its label; its number says little by itself. */
function labelled(feedback: FeedbackRecord): Pick<FeedbackRecord, 'score' | 'value'> {
  const { score, value } = feedback;
  return typeof value === 'string' && score !== null ? { score: null, value } : feedback;
}

const isSaid = (value: unknown): boolean => value !== null && value !== undefined;
