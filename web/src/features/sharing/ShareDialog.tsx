import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { errorWords } from '../../api/error-words.ts';
import type { CreateShareLinkInput, ShareLinkRowFragment } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { oneLine, runName } from '../../lib/format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { linkEnd, linkExpiries } from './link-expiry.ts';
import type { LinkExpiry } from './link-expiry.ts';
import { LinkLine } from './LinkLine.tsx';
import { createShareLinkMutation, shareLinksQuery } from './share-documents.ts';
import './sharing.css';

export interface ShareSubject {
  traceUuid: string;
  /** The selected run, when it is not the root. */
  run?: { uuid: string; name: string } | undefined;
  /** The conversation the trace belongs to. */
  thread?: { threadId: string; projectUuid: string } | undefined;
}

type Choice = 'trace' | 'run' | 'thread';

interface ShareDialogProps {
  subject: ShareSubject;
  onClose: () => void;
}

/** Makes public links, and shows those to the same trace. */
export function ShareDialog({ subject, onClose }: ShareDialogProps) {
  const { data, refetch } = useQuery(shareLinksQuery, {
    variables: { first: 20, isActive: true, traceUuid: subject.traceUuid },
    fetchPolicy: 'network-only',
  });
  // A link to the thread is none to the trace: what was made here is shown here.
  const [made, setMade] = useState<ShareLinkRowFragment[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const stored = data?.shareLinks.nodes ?? [];
  const links = [
    ...made.filter(({ id }) => !stored.some((link) => link.id === id)),
    ...stored,
  ].filter(({ id }) => !gone.has(id));
  return (
    <Dialog title={t('sharing.shareTitle')} onClose={onClose}>
      <div className="form share-dialog">
        <p className="quiet">{t('sharing.lead')}</p>
        <ShareForm
          subject={subject}
          onCreated={(link) => {
            setMade((before) => [link, ...before]);
            void refetch();
          }}
        />
        {links.length === 0 ? null : (
          <section className="share-existing" aria-label={t('sharing.existing')}>
            <h3>{t('sharing.existing')}</h3>
            <ul>
              {links.map((link) => (
                <LinkLine
                  key={link.id}
                  link={link}
                  onRevoked={() => setGone((before) => new Set([...before, link.id]))}
                />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}

interface ShareFormProps {
  subject: ShareSubject;
  onCreated: (link: ShareLinkRowFragment) => void;
}

function ShareForm({ subject, onCreated }: ShareFormProps) {
  const [choice, setChoice] = useState<Choice>('trace');
  const [expiry, setExpiry] = useState<LinkExpiry>('30d');
  const [problem, setProblem] = useState<string>();
  const [create, { loading }] = useMutation(createShareLinkMutation);

  async function submit(): Promise<void> {
    setProblem(undefined);
    const input = { ...objectOf(subject, choice), expiresAt: linkEnd(expiry, Date.now()) };
    try {
      const { data } = await create({ variables: { input } });
      const { shareLink, userErrors } = data!.createShareLink;
      if (shareLink) onCreated(shareLink);
      else setProblem(userErrors[0]?.message ?? t('errors.noReason'));
    } catch (error) {
      const { title, text } = errorWords(error);
      setProblem(`${title}. ${text}`);
    }
  }

  return (
    <form
      className="share-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <fieldset className="field">
        <legend>{t('sharing.what')}</legend>
        {choicesOf(subject).map(({ value, label, text }) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name="what"
              checked={choice === value}
              onChange={() => setChoice(value)}
            />
            <span>
              {label}
              <small>{text}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="share-foot">
        <label className="field">
          <span>{t('sharing.ends')}</span>
          <select value={expiry} onChange={(event) => setExpiry(event.target.value as LinkExpiry)}>
            {linkExpiries.map((value) => (
              <option key={value} value={value}>
                {t(`sharing.expiry.${value}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button button-strong" data-autofocus disabled={loading}>
          {t('sharing.create')}
        </button>
      </div>
      {problem === undefined ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

function objectOf({ traceUuid, run, thread }: ShareSubject, choice: Choice): CreateShareLinkInput {
  if (choice === 'run' && run) return { runId: run.uuid };
  if (choice === 'thread' && thread) {
    return { threadId: thread.threadId, projectId: thread.projectUuid };
  }
  return { traceId: traceUuid };
}

function choicesOf({
  run,
  thread,
}: ShareSubject): { value: Choice; label: string; text: string }[] {
  const name = oneLine(runName(run?.name), 80);
  return [
    { value: 'trace', label: t('sharing.whole'), text: t('sharing.wholeText') },
    ...(run
      ? [
          {
            value: 'run' as const,
            label: t('sharing.run'),
            text: t('sharing.runText', { name }),
          },
        ]
      : []),
    ...(thread
      ? [
          {
            value: 'thread' as const,
            label: t('sharing.thread'),
            text: t('sharing.threadText'),
          },
        ]
      : []),
  ];
}
