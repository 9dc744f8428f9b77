import { t } from '../../i18n/index.ts';

/** `Price: openai/gpt-5, from 1 Oct 2026, table of 23 Nov 2026`; undefined without an entry. */
export function sourceLine(
  entry: string | null,
  { from, asOf }: { from: string | undefined; asOf: string | undefined },
): string | undefined {
  if (entry === null) return undefined;
  const parts = [`${t('cost.entry')}: ${entry}`];
  if (from !== undefined) parts.push(t('cost.from', { day: from }));
  if (asOf !== undefined) parts.push(t('cost.asOf', { day: asOf }));
  return parts.join(', ');
}
