import { useMutation } from '@apollo/client/react';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { errorWords } from '../../api/error-words.ts';
import type { ApiKeyScope } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { useCopy } from '../../ui/Copy.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { createApiKeyMutation } from './api-key-documents.ts';
import { expiries, expiryInstant } from './expiry.ts';
import type { Expiry } from './expiry.ts';

const scopes: ApiKeyScope[] = ['FULL', 'INGEST', 'READ'];

interface CreateApiKeyProps {
  onClose: () => void;
  onCreated: () => void;
}

/** Asks for name, scope and end; then shows the key, this one time. */
export function CreateApiKey({ onClose, onCreated }: CreateApiKeyProps) {
  const [secret, setSecret] = useState<string>();
  if (secret !== undefined) return <NewSecret secret={secret} onClose={onClose} />;
  return (
    <Dialog title={t('keys.createTitle')} onClose={onClose}>
      <KeyForm
        onClose={onClose}
        onSecret={(next) => {
          setSecret(next);
          onCreated();
        }}
      />
    </Dialog>
  );
}

interface KeyFormProps {
  onClose: () => void;
  onSecret: (secret: string) => void;
}

function KeyForm({ onClose, onSecret }: KeyFormProps) {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<ApiKeyScope>('FULL');
  const [mayDelete, setMayDelete] = useState(false);
  const [expiry, setExpiry] = useState<Expiry>('never');
  const [problem, setProblem] = useState<string>();
  const [create, { loading }] = useMutation(createApiKeyMutation);

  async function submit(): Promise<void> {
    setProblem(undefined);
    const expiresAt = expiryInstant(expiry, Date.now());
    try {
      const { data } = await create({
        variables: {
          input: { name: name.trim(), scope, mayDelete: mayDelete && scope === 'FULL', expiresAt },
        },
      });
      const { secret, userErrors } = data!.createApiKey;
      if (secret === null) return setProblem(userErrors[0]?.message ?? t('errors.noReason'));
      onSecret(secret);
    } catch (error) {
      const { title, text } = errorWords(error);
      setProblem(`${title}. ${text}`);
    }
  }

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label className="field">
        <span>{t('keys.nameLabel')}</span>
        <input
          type="text"
          required
          data-autofocus
          maxLength={128}
          placeholder={t('keys.namePlaceholder')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <fieldset className="field">
        <legend>{t('keys.scopeLabel')}</legend>
        {scopes.map((value) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name="scope"
              checked={scope === value}
              onChange={() => setScope(value)}
            />
            <span>
              {t(`keys.scope.${value}`)}
              <small>{t(`keys.scopeText.${value}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {scope === 'FULL' ? (
        <label className="choice">
          <input
            type="checkbox"
            checked={mayDelete}
            onChange={(event) => setMayDelete(event.target.checked)}
          />
          <span>
            {t('keys.mayDelete')}
            <small>{t('keys.mayDeleteText')}</small>
          </span>
        </label>
      ) : null}
      <label className="field">
        <span>{t('keys.expiryLabel')}</span>
        <select value={expiry} onChange={(event) => setExpiry(event.target.value as Expiry)}>
          {expiries.map((value) => (
            <option key={value} value={value}>
              {t(`keys.expiry.${value}`)}
            </option>
          ))}
        </select>
      </label>
      {problem === undefined ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <footer className="form-foot">
        <button type="button" className="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="submit"
          className="button button-strong"
          disabled={loading || name.trim() === ''}
        >
          {t('keys.create')}
        </button>
      </footer>
    </form>
  );
}

function NewSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { state, copy } = useCopy();
  return (
    <Dialog title={t('keys.secretTitle')} onClose={onClose} isSticky>
      <div className="form">
        <p>{t('keys.secretText')}</p>
        <div className="secret">
          <code>{secret}</code>
        </div>
        <footer className="form-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('keys.secretDone')}
          </button>
          <button
            type="button"
            className="button button-strong"
            data-autofocus
            onClick={() => copy(secret)}
          >
            {state === 'done' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            {t(state === 'done' ? 'common.copied' : 'keys.secretCopy')}
          </button>
        </footer>
        <p className="sr-only" role="status">
          {state === 'done' ? t('common.copied') : ''}
        </p>
      </div>
    </Dialog>
  );
}
