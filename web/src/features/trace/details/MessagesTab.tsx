import { useMemo } from 'react';
import { ChatView } from '../renderers/ChatView.tsx';
import { inputMessages, outputMessages } from '../payload/messages.ts';
import { CalmState } from '../../../ui/States.tsx';
import type { RunDetailsRecord } from './use-run-details.ts';
import type { RunPhase } from '../../../lib/run-phase.ts';

/** The conversation as one: what was asked, then what was answered. */
export function MessagesTab({ details, phase }: { details: RunDetailsRecord; phase: RunPhase }) {
  const { inputs, outputs } = details;
  const messages = useMemo(() => {
    const asked = inputMessages(inputs?.json)?.messages ?? [];
    const answered = outputMessages(outputs?.json)?.messages ?? [];
    return [...asked, ...answered];
  }, [inputs, outputs]);
  if (messages.length === 0 && (inputs?.isTruncated || outputs?.isTruncated)) {
    return (
      <CalmState title="Too large for a conversation">
        <p>The inputs or outputs of this run are large. Overview opens them whole.</p>
      </CalmState>
    );
  }
  if (messages.length === 0 && phase !== 'running') {
    return (
      <CalmState title="No messages">
        <p>The inputs and outputs of this run are in no form of conversation we know. See Raw.</p>
      </CalmState>
    );
  }
  return (
    <>
      <ChatView messages={messages} as="markdown" />
      {phase === 'running' ? (
        <p className="quiet tr-answering">
          <span className="pulse" /> answering
        </p>
      ) : null}
    </>
  );
}
