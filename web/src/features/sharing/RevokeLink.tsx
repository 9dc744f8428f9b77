import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { errorWords } from '../../api/error-words.ts';
import { t } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { revokeShareLinkMutation } from './share-documents.ts';

interface RevokeLinkProps {
  id: string;
  name: string;
  onClose: () => void;
  onRevoked: () => void;
}

/** Asks before a link is ended, since that cannot be undone. */
export function RevokeLink({ id, name, onClose, onRevoked }: RevokeLinkProps) {
  const [problem, setProblem] = useState<string>();
  const [revoke, { loading }] = useMutation(revokeShareLinkMutation);

  async function confirm(): Promise<void> {
    setProblem(undefined);
    try {
      const { data } = await revoke({ variables: { id } });
      const message = data!.revokeShareLink.userErrors[0]?.message;
      if (message !== undefined) return setProblem(message);
      onClose();
      onRevoked();
    } catch (error) {
      const { title, text } = errorWords(error);
      setProblem(`${title}. ${text}`);
    }
  }

  return (
    <Dialog title={t('sharing.revokeTitle')} onClose={onClose}>
      <div className="form">
        <p>
          <bdi className="strong">{name}</bdi>
        </p>
        <p>{t('sharing.revokeText')}</p>
        {problem === undefined ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <footer className="form-foot">
          <button type="button" className="button" data-autofocus onClick={onClose}>
            {t('sharing.keep')}
          </button>
          <button
            type="button"
            className="button button-destroy"
            disabled={loading}
            onClick={() => void confirm()}
          >
            {t('sharing.revokeConfirm')}
          </button>
        </footer>
      </div>
    </Dialog>
  );
}
