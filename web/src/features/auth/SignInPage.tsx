import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { signInByLink } from '../../api/auth.ts';
import { t } from '../../i18n/index.ts';
import { Logo } from '../../ui/Logo.tsx';
import { useTabTitle } from '../../ui/Page.tsx';

type SignInState = 'noToken' | 'exchanging' | 'refused' | 'unreachable';

interface SignInPageProps {
  token: string | undefined;
  onSignedIn: () => void;
}

/** Exchanges the token of a sign-in link; otherwise says where to get one. */
export function SignInPage({ token, onSignedIn }: SignInPageProps) {
  const [state, setState] = useState<SignInState>(token === undefined ? 'noToken' : 'exchanging');
  const [attempt, setAttempt] = useState(0);
  const sent = useRef<string>(undefined);
  useTabTitle(t('signIn.title'));
  useEffect(() => {
    if (token === undefined) return setState('noToken');
    // A link counts once: strict rendering in development must not spend it twice.
    const key = `${token}#${attempt}`;
    if (sent.current === key) return;
    sent.current = key;
    setState('exchanging');
    void signInByLink(token).then((outcome) => {
      if (outcome.kind === 'signedIn') onSignedIn();
      else setState(outcome.kind);
    });
  }, [token, attempt, onSignedIn]);
  return (
    <main className="sign-in">
      <Logo />
      {state === 'exchanging' ? (
        <Words title={t('signIn.exchanging')} isBusy />
      ) : state === 'unreachable' ? (
        <Words title={t('errors.unreachable')} text={t('signIn.unreachable')}>
          <button
            type="button"
            className="button button-strong"
            onClick={() => setAttempt((count) => count + 1)}
          >
            {t('common.retry')}
          </button>
        </Words>
      ) : state === 'refused' ? (
        <Words title={t('signIn.refused')} text={t('signIn.refusedText')}>
          <HowTo />
        </Words>
      ) : (
        <Words title={t('signIn.heading')} text={t('signIn.text')}>
          <HowTo />
        </Words>
      )}
    </main>
  );
}

interface WordsProps {
  title: string;
  text?: string;
  isBusy?: boolean;
  children?: ReactNode;
}

function Words({ title, text, isBusy, children }: WordsProps) {
  return (
    <section role="status" aria-busy={isBusy}>
      <h1>
        {isBusy ? <span className="pulse" /> : null}
        {title}
      </h1>
      {text === undefined ? null : <p>{text}</p>}
      {children}
    </section>
  );
}

function HowTo() {
  return (
    <>
      <p>{t('signIn.how')}</p>
      <pre className="command">npm start</pre>
      <p className="quiet">{t('signIn.once')}</p>
    </>
  );
}
