import type { Principal } from '@runlight/auth';
import type { FeedbackRow } from './feedback-row.ts';

export const isMine = (principal: Principal, { userId }: Pick<FeedbackRow, 'userId'>): boolean =>
  principal.kind === 'user' && userId === principal.id;

/** People who annotate change what they gave; who may write runs may correct everything. */
export const mayChange = (principal: Principal, row: Pick<FeedbackRow, 'userId'>): boolean =>
  principal.permissions.has('feedback:write') &&
  (principal.permissions.has('runs:write') || isMine(principal, row));
