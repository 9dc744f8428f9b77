import { t } from '../../i18n/index.ts';

/** A lag for reading: "40 s", "3 min", "2 h"; rounded up, as what it says may be missing. */
export function lagText(seconds: number): string {
  if (seconds < 90) return t('inbox.lag.seconds', { count: Math.ceil(seconds) });
  if (seconds < 90 * 60) return t('inbox.lag.minutes', { count: Math.ceil(seconds / 60) });
  return t('inbox.lag.hours', { count: Math.ceil(seconds / 3600) });
}
