import { useMutation } from '@apollo/client/react';
import { t } from '../../i18n/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { revokeApiKeyMutation } from './api-key-documents.ts';

interface RevokeApiKeyProps {
  id: string;
  name: string;
  onClose: () => void;
}

export function RevokeApiKey({ id, name, onClose }: RevokeApiKeyProps) {
  const [revoke] = useMutation(revokeApiKeyMutation);
  return (
    <ConfirmDialog
      title={t('keys.revokeTitle')}
      name={name}
      cancel={t('keys.keep')}
      confirm={t('keys.revokeConfirm')}
      run={async () => {
        const { data } = await revoke({ variables: { input: { id } } });
        return data!.revokeApiKey.userErrors[0]?.message;
      }}
      onClose={onClose}
    >
      {t('keys.revokeText')}
    </ConfirmDialog>
  );
}
