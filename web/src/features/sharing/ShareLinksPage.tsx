import { useQuery } from '@apollo/client/react';
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ShareLinkRowFragment } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { agoText, dayText, exactTime, oneLine } from '../../lib/format.ts';
import { parseTimeUs } from '../../lib/time.ts';
import { useTick } from '../../lib/use-tick.ts';
import { CopyButton } from '../../ui/Copy.tsx';
import { Page } from '../../ui/Page.tsx';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import { linkAddress, linkName } from './link-words.ts';
import { RevokeLink } from './RevokeLink.tsx';
import { shareLinksQuery } from './share-documents.ts';
import './sharing.css';

interface ShareLinksPageProps {
  /** Draws the link to the trace a public link shows. */
  renderTraceLink: (traceUuid: string, name: string) => ReactNode;
}

/** All public links of the workspace; those that have ended apart. */
export function ShareLinksPage({ renderTraceLink }: ShareLinksPageProps) {
  const { data, error, refetch, fetchMore } = useQuery(shareLinksQuery, {
    variables: { first: 100 },
    fetchPolicy: 'network-only',
  });
  useTick(30_000);
  const links = data?.shareLinks.nodes;
  const { hasNextPage, endCursor } = data?.shareLinks.pageInfo ?? {};
  const table = (label: string, some: ShareLinkRowFragment[]) => (
    <LinkTable
      label={label}
      links={some}
      renderTraceLink={renderTraceLink}
      onRevoked={() => void refetch()}
    />
  );
  return (
    <Page title={t('sharing.title')} tabTitle={t('sharing.title')}>
      <p className="page-lead">{t('sharing.lead')}</p>
      {error && !links ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !links ? (
        <Skeleton lines={[60, 54, 58]} />
      ) : links.length === 0 ? (
        <CalmState title={t('sharing.none')}>
          <p>{t('sharing.noneText')}</p>
        </CalmState>
      ) : (
        <ByState links={links} table={table} />
      )}
      {hasNextPage ? (
        <button
          type="button"
          className="button share-more"
          onClick={() =>
            void fetchMore({
              variables: { after: endCursor ?? null },
              updateQuery: (before, { fetchMoreResult: next }) => ({
                shareLinks: {
                  ...next.shareLinks,
                  nodes: [...before.shareLinks.nodes, ...next.shareLinks.nodes],
                },
              }),
            })
          }
        >
          {t('sharing.more')}
        </button>
      ) : null}
    </Page>
  );
}

interface ByStateProps {
  links: ShareLinkRowFragment[];
  table: (label: string, links: ShareLinkRowFragment[]) => ReactNode;
}

function ByState({ links, table }: ByStateProps) {
  const active = links.filter(({ isActive }) => isActive);
  const ended = links.filter(({ isActive }) => !isActive);
  return (
    <>
      {active.length === 0 ? (
        <p className="quiet">{t('sharing.noneActive')}</p>
      ) : (
        table(t('sharing.title'), active)
      )}
      {ended.length === 0 ? null : (
        <details className="share-ended">
          <summary>{t('sharing.ended', { count: ended.length })}</summary>
          {table(t('sharing.endedLabel'), ended)}
        </details>
      )}
    </>
  );
}

interface LinkTableProps extends ShareLinksPageProps {
  label: string;
  links: ShareLinkRowFragment[];
  onRevoked: () => void;
}

function LinkTable({ label, links, ...rest }: LinkTableProps) {
  return (
    <div className="table-scroll">
      <table className="plain-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('sharing.columns.what')}</th>
            <th scope="col">{t('sharing.columns.kind')}</th>
            <th scope="col">{t('sharing.columns.project')}</th>
            <th scope="col">{t('sharing.columns.created')}</th>
            <th scope="col">{t('sharing.columns.lastUsed')}</th>
            <th scope="col">{t('sharing.columns.ends')}</th>
            <th scope="col">
              <span className="sr-only">{t('sharing.columns.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <LinkRow key={link.id} link={link} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LinkRowProps extends ShareLinksPageProps {
  link: ShareLinkRowFragment;
  onRevoked: () => void;
}

function LinkRow({ link, renderTraceLink, onRevoked }: LinkRowProps) {
  const [isRevoking, setIsRevoking] = useState(false);
  const name = linkName(link);
  const address = linkAddress(link);
  return (
    <tr>
      <th scope="row">
        <span className="share-name">
          <Link2 size={14} aria-hidden />
          {link.traceUuid !== null && link.run !== null ? (
            renderTraceLink(link.traceUuid, name)
          ) : (
            <bdi className="cut" title={name}>
              {name}
            </bdi>
          )}
        </span>
      </th>
      <td>{t(`sharing.kind.${link.kind}`)}</td>
      <td>
        <bdi className="cut">{link.project === null ? '' : oneLine(link.project.name, 60)}</bdi>
      </td>
      <td>
        <Ago at={link.createdAt} />
        {link.createdBy === null ? null : (
          <bdi className="quiet">
            {' '}
            {t('sharing.by', { name: oneLine(link.createdBy.name, 60) })}
          </bdi>
        )}
      </td>
      <td>{link.lastUsedAt === null ? t('sharing.never') : <Ago at={link.lastUsedAt} />}</td>
      <td>
        <End link={link} />
      </td>
      <td className="row-actions">
        {link.isActive && address !== undefined ? (
          <CopyButton text={address} label={t('sharing.copy')} />
        ) : null}
        {link.isActive ? (
          <button
            type="button"
            className="button button-quiet button-danger"
            aria-label={t('sharing.revokeOf', { name })}
            onClick={() => setIsRevoking(true)}
          >
            {t('sharing.revoke')}
          </button>
        ) : null}
        {isRevoking ? (
          <RevokeLink
            id={link.id}
            name={name}
            onClose={() => setIsRevoking(false)}
            onRevoked={onRevoked}
          />
        ) : null}
      </td>
    </tr>
  );
}

function Ago({ at }: { at: string }) {
  const us = parseTimeUs(at) ?? 0;
  return (
    <span className="number" title={exactTime(us)}>
      {agoText(us, Date.now() * 1000)}
    </span>
  );
}

function End({ link: { revokedAt, expiresAt } }: { link: ShareLinkRowFragment }) {
  const at = revokedAt ?? expiresAt;
  if (at === null) return t('sharing.never');
  const us = parseTimeUs(at) ?? 0;
  const day = dayText(us);
  const isOver = us < Date.now() * 1000;
  const words = revokedAt === null ? t('sharing.expired', { day }) : t('sharing.revoked', { day });
  return (
    <span className="number" title={exactTime(us)}>
      {isOver || revokedAt !== null ? words : day}
    </span>
  );
}
