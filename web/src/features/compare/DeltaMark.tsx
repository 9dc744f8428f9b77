import { ArrowDown, ArrowUp, Equal } from 'lucide-react';
import { t } from '../../i18n/index.ts';
import { deltaOf, shareText } from './model/delta.ts';

interface DeltaMarkProps {
  before: number | null | undefined;
  after: number | null | undefined;
  /** Prints the size of the change. */
  print: (value: number) => string;
}

/** How a figure changed: an arrow and a share, the exact change on hover. Less is better for all of ours. */
export function DeltaMark({ before, after, print }: DeltaMarkProps) {
  const delta = deltaOf(before, after);
  if (!delta) return <span className="cmp-delta" />;
  const { direction } = delta;
  const Icon = direction === 'same' ? Equal : direction === 'up' ? ArrowUp : ArrowDown;
  const sign = delta.by > 0 ? '+' : delta.by < 0 ? '−' : '';
  const title = t('compare.deltaTitle', {
    before: print(before!),
    after: print(after!),
    by: `${sign}${print(Math.abs(delta.by))}`,
  });
  return (
    <span className="cmp-delta" data-direction={direction} title={title}>
      <Icon size={12} aria-label={t(`compare.directions.${direction}`)} />
      {shareText(delta)}
    </span>
  );
}
