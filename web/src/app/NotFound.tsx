import { Link } from '@tanstack/react-router';
import { t } from '../i18n/index.ts';
import { useTabTitle } from '../ui/Page.tsx';
import { CalmState } from '../ui/States.tsx';

export function NotFound() {
  useTabTitle(t('notFound.title'));
  return (
    <CalmState title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <Link className="button" to="/">
        {t('notFound.home')}
      </Link>
    </CalmState>
  );
}
