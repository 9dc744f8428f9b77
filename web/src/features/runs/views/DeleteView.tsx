import { t } from '../../../i18n/index.ts';
import { oneLine } from '../../../lib/format.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import type { SavedView, Views } from './use-views.ts';

interface DeleteViewProps {
  views: Views;
  view: SavedView;
  onClose: () => void;
}

export function DeleteView({ views, view, onClose }: DeleteViewProps) {
  return (
    <ConfirmDialog
      title={t('views.deleteTitle')}
      name={oneLine(view.name, 128)}
      confirm={t('views.deleteConfirm')}
      run={() => views.remove(view)}
      onClose={onClose}
    >
      {t(view.visibility === 'TEAM' ? 'views.deleteTeamText' : 'views.deleteText')}
    </ConfirmDialog>
  );
}
