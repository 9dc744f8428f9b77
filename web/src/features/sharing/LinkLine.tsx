import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { ShareLinkRowFragment } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { dayText, exactTime } from '../../lib/format.ts';
import { parseTimeUs } from '../../lib/time.ts';
import { CopyButton } from '../../ui/Copy.tsx';
import { linkAddress, linkName } from './link-words.ts';
import { RevokeLink } from './RevokeLink.tsx';

interface LinkLineProps {
  link: ShareLinkRowFragment;
  onRevoked: () => void;
}

/** A link in the dialog: its address, until when, and what can be done with it. */
export function LinkLine({ link, onRevoked }: LinkLineProps) {
  const [isRevoking, setIsRevoking] = useState(false);
  const address = linkAddress(link);
  const expiresUs =
    link.expiresAt === null ? undefined : (parseTimeUs(link.expiresAt) ?? undefined);
  return (
    <li className="share-line">
      {address === undefined ? (
        <span className="quiet">{t('sharing.unreadable')}</span>
      ) : (
        <input
          className="mono share-address"
          readOnly
          aria-label={t('sharing.copy')}
          value={address}
          onFocus={(event) => event.target.select()}
        />
      )}
      <span className="chip">{t(`sharing.kind.${link.kind}`)}</span>
      <span
        className="quiet number share-until"
        title={expiresUs === undefined ? undefined : exactTime(expiresUs)}
      >
        {expiresUs === undefined
          ? t('sharing.never')
          : t('sharing.page.until', { day: dayText(expiresUs) })}
      </span>
      {address === undefined ? null : (
        <>
          <CopyButton text={address} label={t('sharing.copy')} />
          <a
            className="icon-button"
            href={address}
            target="_blank"
            rel="noreferrer"
            title={t('sharing.open')}
            aria-label={t('sharing.open')}
          >
            <ExternalLink size={14} aria-hidden />
          </a>
        </>
      )}
      <button
        type="button"
        className="button button-quiet button-danger"
        aria-label={t('sharing.revokeOf', { name: linkName(link) })}
        onClick={() => setIsRevoking(true)}
      >
        {t('sharing.revoke')}
      </button>
      {isRevoking ? (
        <RevokeLink
          id={link.id}
          name={linkName(link)}
          onClose={() => setIsRevoking(false)}
          onRevoked={onRevoked}
        />
      ) : null}
    </li>
  );
}
