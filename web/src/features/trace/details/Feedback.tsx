import { MessageSquareText, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { agoText, exactTime, oneLine } from '../../../lib/format.ts';
import { parseTimeUs } from '../../../lib/time.ts';
import { plainValue } from '../renderers/ChatView.tsx';
import { LongText } from '../renderers/LongText.tsx';
import { isRounded, scoreText, sourceText } from './feedback-words.ts';
import type { RunDetailsRecord } from './use-run-details.ts';

type FeedbackRecord = RunDetailsRecord['feedback'][number];

/** Judgements as chips; one that has more to say opens below them. */
export function Feedback({ feedback }: { feedback: FeedbackRecord[] }) {
  const [openId, setOpenId] = useState<string>();
  const open = feedback.find(({ uuid }) => uuid === openId);
  return (
    <section className="tr-feedback" aria-label="Feedback">
      <div className="tr-feedback-chips">
        {feedback.map((one) => (
          <FeedbackChip
            key={one.uuid}
            feedback={one}
            isOpen={one === open}
            onToggle={() => setOpenId(one === open ? undefined : one.uuid)}
          />
        ))}
      </div>
      {open ? <FeedbackMore key={open.uuid} feedback={open} /> : null}
    </section>
  );
}

interface FeedbackChipProps {
  feedback: FeedbackRecord;
  isOpen: boolean;
  onToggle: () => void;
}

function FeedbackChip({ feedback, isOpen, onToggle }: FeedbackChipProps) {
  const { key, comment, isError } = feedback;
  const judgement = scoreText(feedback);
  return (
    <button
      type="button"
      className="tr-feedback-chip"
      data-error={isError || undefined}
      aria-expanded={isOpen}
      title={comment ? oneLine(comment, 500) : undefined}
      onClick={onToggle}
    >
      {isError ? <TriangleAlert size={13} aria-label="The evaluator failed" /> : null}
      <bdi className="tr-feedback-key">{oneLine(key, 60)}</bdi>
      {judgement === undefined ? null : <bdi className="number">{judgement}</bdi>}
      {comment ? <MessageSquareText size={13} aria-label="with a comment" /> : null}
    </button>
  );
}

function FeedbackMore({ feedback }: { feedback: FeedbackRecord }) {
  const { comment, score, value, correction, source, createdAt } = feedback;
  const givenUs = parseTimeUs(createdAt) ?? 0;
  return (
    <div className="tr-feedback-more">
      {comment ? (
        <div className="tr-feedback-comment">
          <LongText text={comment} as="text" />
        </div>
      ) : null}
      {isRounded(feedback) ? <FeedbackLine label="Score" value={score} /> : null}
      {isSaid(value) ? <FeedbackLine label="Value" value={value} /> : null}
      {isSaid(correction) ? <FeedbackLine label="Correction" value={correction} /> : null}
      <p className="quiet">
        {sourceText(source)},{' '}
        <time dateTime={createdAt} title={exactTime(givenUs)}>
          {agoText(givenUs, Date.now() * 1000)}
        </time>
      </p>
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

const isSaid = (value: unknown): boolean => value !== null && value !== undefined;
