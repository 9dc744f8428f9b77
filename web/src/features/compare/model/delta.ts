export interface Delta {
  /** From the first to the second, in the figure's unit. */
  by: number;
  /** Relative to the first; null when that was 0. */
  share: number | null;
  direction: 'up' | 'down' | 'same';
}

/** Smaller relative changes are told as none. */
const noise = 0.005;

/** The change of a figure; undefined when it is unknown on either side. */
export function deltaOf(
  before: number | null | undefined,
  after: number | null | undefined,
): Delta | undefined {
  if (before === null || before === undefined || after === null || after === undefined) {
    return undefined;
  }
  const by = after - before;
  const share = before === 0 ? null : by / before;
  const isSame = by === 0 || (share !== null && Math.abs(share) < noise);
  return { by, share, direction: isSame ? 'same' : by > 0 ? 'up' : 'down' };
}

/** "+12 %", "−3 %", "×4.2" beyond a threefold; empty without a share. */
export function shareText({ share, direction }: Delta): string {
  if (direction === 'same' || share === null) return '';
  if (share >= 2) return `×${Number((share + 1).toPrecision(2))}`;
  const percent = Math.abs(share * 100);
  const digits = percent < 10 ? Number(percent.toPrecision(2)) : Math.round(percent);
  return `${share > 0 ? '+' : '−'}${digits} %`;
}
