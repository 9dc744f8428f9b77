import { useMutation } from '@apollo/client/react';
import { t } from '../../i18n/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { revokeShareLinkMutation } from './share-documents.ts';

interface RevokeLinkProps {
  id: string;
  name: string;
  onClose: () => void;
  onRevoked: () => void;
}

export function RevokeLink({ id, name, onClose, onRevoked }: RevokeLinkProps) {
  const [revoke] = useMutation(revokeShareLinkMutation);
  return (
    <ConfirmDialog
      title={t('sharing.revokeTitle')}
      name={name}
      cancel={t('sharing.keep')}
      confirm={t('sharing.revokeConfirm')}
      run={async () => {
        const { data } = await revoke({ variables: { id } });
        return data!.revokeShareLink.userErrors[0]?.message;
      }}
      onClose={onClose}
      onDone={onRevoked}
    >
      {t('sharing.revokeText')}
    </ConfirmDialog>
  );
}
