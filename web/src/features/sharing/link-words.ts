import type { ShareLinkRowFragment } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { oneLine, runName } from '../../lib/format.ts';

/** The whole address of a link's page; undefined when its secret cannot be read any more. */
export const linkAddress = ({ path }: Pick<ShareLinkRowFragment, 'path'>): string | undefined =>
  path === null ? undefined : new URL(path, window.location.origin).href;

/** What a link shows, in one line. */
export function linkName({
  run,
  threadId,
}: Pick<ShareLinkRowFragment, 'run' | 'threadId'>): string {
  if (threadId !== null) return oneLine(threadId, 120);
  return run === null ? t('sharing.unknown') : oneLine(runName(run.name), 120);
}
