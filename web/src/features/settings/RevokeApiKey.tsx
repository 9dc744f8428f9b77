import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { errorWords } from '../../api/error-words.ts';
import { t } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { revokeApiKeyMutation } from './api-key-documents.ts';

interface RevokeApiKeyProps {
  id: string;
  name: string;
  onClose: () => void;
}

/** Asks before a key is ended, since that cannot be undone. */
export function RevokeApiKey({ id, name, onClose }: RevokeApiKeyProps) {
  const [problem, setProblem] = useState<string>();
  const [revoke, { loading }] = useMutation(revokeApiKeyMutation);

  async function confirm(): Promise<void> {
    setProblem(undefined);
    try {
      const { data } = await revoke({ variables: { input: { id } } });
      const message = data!.revokeApiKey.userErrors[0]?.message;
      if (message === undefined) onClose();
      else setProblem(message);
    } catch (error) {
      const { title, text } = errorWords(error);
      setProblem(`${title}. ${text}`);
    }
  }

  return (
    <Dialog title={t('keys.revokeTitle')} onClose={onClose}>
      <div className="form">
        <p>
          <bdi className="strong">{name}</bdi>
        </p>
        <p>{t('keys.revokeText')}</p>
        {problem === undefined ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <footer className="form-foot">
          <button type="button" className="button" data-autofocus onClick={onClose}>
            {t('keys.keep')}
          </button>
          <button
            type="button"
            className="button button-destroy"
            disabled={loading}
            onClick={() => void confirm()}
          >
            {t('keys.revokeConfirm')}
          </button>
        </footer>
      </div>
    </Dialog>
  );
}
