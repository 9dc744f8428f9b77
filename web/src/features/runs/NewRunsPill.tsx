import { ArrowUp } from 'lucide-react';
import { t } from '../../i18n/index.ts';
import { countText } from '../../lib/format.ts';

/** Announces runs that would have moved what is being read. */
export function NewRunsPill({ count, onShow }: { count: number; onShow: () => void }) {
  if (count === 0) return null;
  return (
    <button type="button" className="runs-pill" onClick={onShow}>
      <ArrowUp size={14} aria-hidden />
      {t('runs.newRuns', { count, formatted: countText(count) })}
    </button>
  );
}
