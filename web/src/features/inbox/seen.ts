import { remember, remembered } from '../../lib/remember.ts';

const key = (workspaceUuid: string) => `inbox.seenMs.${workspaceUuid}`;

/** Nothing is kept longer. */
const keptMs = 30 * 86_400_000;

/** Since when problems are new to whoever sits here. */
export function seenUntil(workspaceUuid: string, nowMs: number): string {
  return new Date(Math.max(remembered(key(workspaceUuid), 0), nowMs - keptMs)).toISOString();
}

export function rememberSeen(workspaceUuid: string, nowMs: number): void {
  remember(key(workspaceUuid), nowMs);
}
