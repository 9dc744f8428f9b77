import { useMutation } from '@apollo/client/react';
import { KeyRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import { errorWords } from '../../api/error-words.ts';
import { graphql } from '../../gql/index.ts';
import { t } from '../../i18n/index.ts';
import { oneLine } from '../../lib/format.ts';
import { remember, remembered } from '../../lib/remember.ts';
import { randomUuid } from '../../lib/uuid.ts';
import { CopyButton } from '../../ui/Copy.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { sdks, snippetsFor } from './snippets.ts';
import type { Sdk } from './snippets.ts';
import { useFirstRun } from './use-first-run.ts';
import './onboarding.css';

export const createFirstKeyMutation = graphql(`
  mutation CreateFirstKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      secret
      userErrors {
        message
      }
    }
  }
`);

interface FirstRunProps {
  project: string;
  origin: string;
  canCreateKey: boolean;
  /** The first run has come: its trace is worth more than this page. */
  onFirstRun: (traceUuid: string) => void;
}

/** What a project shows before its first run: how to send one, while it waits for it. */
export function FirstRun({ project, origin, canCreateKey, onFirstRun }: FirstRunProps) {
  const [sdk, setSdk] = useState<Sdk>(() => {
    const kept = remembered<string>('setup.sdk', 'python');
    return sdks.find((name) => name === kept) ?? 'python';
  });
  const [apiKey, setApiKey] = useState<string>();
  const [made] = useState(() => ({ runUuid: randomUuid(), now: new Date() }));
  useFirstRun(project, onFirstRun);
  const snippets = useMemo(
    () => snippetsFor(sdk, { origin, project, apiKey, ...made }),
    [sdk, origin, project, apiKey, made],
  );
  return (
    <div className="first-run">
      <header>
        <h2>{t('setup.heading')}</h2>
        <p className="prose">{t('setup.text')}</p>
      </header>
      <div className="first-run-bar">
        <Segments
          label={t('setup.sdk')}
          value={sdk}
          options={sdks.map((value) => ({ value, text: t(`setup.sdks.${value}`) }))}
          onChange={(next) => {
            setSdk(next);
            remember('setup.sdk', next);
          }}
        />
        <span className="spacer" />
        {canCreateKey ? <FreshKey project={project} apiKey={apiKey} onKey={setApiKey} /> : null}
      </div>
      <ol className="snippets">
        {snippets.map(({ title, code }) => (
          <li key={title}>
            <h3>{title}</h3>
            <div className="snippet">
              <pre tabIndex={0}>{code}</pre>
              <CopyButton text={code} label={t('setup.copy')} />
            </div>
          </li>
        ))}
      </ol>
      <p className="first-run-wait" role="status">
        <span className="pulse" />
        {t('setup.waiting', { project: oneLine(project, 80) })}
      </p>
      <p className="quiet">
        {t('setup.demo')} <code className="inline-code">npm run demo</code>
      </p>
    </div>
  );
}

interface FreshKeyProps {
  project: string;
  apiKey: string | undefined;
  onKey: (secret: string) => void;
}

/** Makes a key that may send runs and nothing else, and puts it into the snippets. */
function FreshKey({ project, apiKey, onKey }: FreshKeyProps) {
  const [create, { loading }] = useMutation(createFirstKeyMutation);
  const [problem, setProblem] = useState<string>();

  async function make(): Promise<void> {
    setProblem(undefined);
    const name = t('setup.keyName', { project: oneLine(project, 80) });
    try {
      const { data } = await create({ variables: { input: { name, scope: 'INGEST' } } });
      const { secret, userErrors } = data!.createApiKey;
      if (secret === null) setProblem(userErrors[0]?.message ?? t('errors.noReason'));
      else onKey(secret);
    } catch (error) {
      setProblem(errorWords(error).text);
    }
  }

  if (apiKey !== undefined) {
    return <p className="quiet">{t('setup.keyMade')}</p>;
  }
  return (
    <>
      {problem === undefined ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <button
        type="button"
        className="button button-strong"
        disabled={loading}
        onClick={() => void make()}
      >
        <KeyRound size={14} aria-hidden />
        {t('setup.makeKey')}
      </button>
    </>
  );
}
