import { useFragment, useQuery } from '@apollo/client/react';
import type { FragmentType } from '@apollo/client/masking';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ApiKeyRowFragment, ApiKeysQuery } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { agoText, dayText, exactTime, oneLine } from '../../lib/format.ts';
import { parseTimeUs } from '../../lib/time.ts';
import { useTick } from '../../lib/use-tick.ts';
import { Page } from '../../ui/Page.tsx';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import { apiKeyRowFragment, apiKeysQuery } from './api-key-documents.ts';
import { CreateApiKey } from './CreateApiKey.tsx';
import { RevokeApiKey } from './RevokeApiKey.tsx';
import './settings.css';

type ListedKey = ApiKeysQuery['viewer']['workspace']['apiKeys'][number];

/** The workspace's API keys; who may not manage them sees them and no buttons. */
export function ApiKeysPage({ canManage }: { canManage: boolean }) {
  const [isCreating, setIsCreating] = useState(false);
  const { data, error, refetch } = useQuery(apiKeysQuery, { fetchPolicy: 'cache-and-network' });
  useTick(30_000);
  const keys = data?.viewer.workspace.apiKeys;
  const live = keys?.filter(isValid) ?? [];
  const ended = keys?.filter((key) => !isValid(key)) ?? [];
  return (
    <Page
      title={t('keys.title')}
      tabTitle={t('keys.title')}
      actions={
        canManage ? (
          <button
            type="button"
            className="button button-strong"
            onClick={() => setIsCreating(true)}
          >
            <Plus size={14} aria-hidden />
            {t('keys.create')}
          </button>
        ) : null
      }
    >
      <p className="page-lead">{t('keys.lead')}</p>
      {error && !keys ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !keys ? (
        <Skeleton lines={[60, 54, 58]} />
      ) : keys.length === 0 ? (
        <CalmState title={t('keys.none')}>
          <p>{t('keys.noneText')}</p>
        </CalmState>
      ) : (
        <>
          <KeyTable label={t('keys.title')} keys={live} canManage={canManage} />
          {ended.length > 0 ? (
            <details className="ended-keys">
              <summary>{t('keys.ended', { count: ended.length })}</summary>
              <KeyTable label={t('keys.endedLabel')} keys={ended} canManage={false} />
            </details>
          ) : null}
        </>
      )}
      {isCreating ? (
        <CreateApiKey onClose={() => setIsCreating(false)} onCreated={() => void refetch()} />
      ) : null}
    </Page>
  );
}

function isValid(key: ListedKey): boolean {
  if (key.revokedAt !== null) return false;
  return key.expiresAt === null || Date.parse(key.expiresAt) > Date.now();
}

interface KeyTableProps {
  label: string;
  keys: ListedKey[];
  canManage: boolean;
}

function KeyTable({ label, keys, canManage }: KeyTableProps) {
  if (keys.length === 0) return <p className="quiet">{t('keys.noneValid')}</p>;
  return (
    <div className="table-scroll">
      <table className="plain-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('keys.columns.name')}</th>
            <th scope="col">{t('keys.columns.key')}</th>
            <th scope="col">{t('keys.columns.scope')}</th>
            <th scope="col">{t('keys.columns.lastUsed')}</th>
            <th scope="col">{t('keys.columns.created')}</th>
            <th scope="col">{t('keys.columns.ends')}</th>
            <th scope="col">
              <span className="sr-only">{t('keys.columns.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} canManage={canManage} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface KeyRowProps {
  apiKey: FragmentType<ApiKeyRowFragment>;
  canManage: boolean;
}

function KeyRow({ apiKey, canManage }: KeyRowProps) {
  const [isRevoking, setIsRevoking] = useState(false);
  const { data, complete } = useFragment({ fragment: apiKeyRowFragment, from: apiKey });
  if (!complete) return null;
  const name = oneLine(data.name, 200);
  return (
    <tr>
      <th scope="row">
        <span className="key-name">
          <KeyRound size={14} aria-hidden />
          <bdi className="cut" title={name}>
            {name}
          </bdi>
        </span>
      </th>
      <td className="mono">{data.displayPrefix}…</td>
      <td title={t(`keys.scopeText.${data.scope}`)}>
        {t(`keys.scope.${data.scope}`)}
        {data.mayDelete ? <span className="quiet">, {t('keys.mayDeleteNote')}</span> : null}
      </td>
      <td>{data.lastUsedAt === null ? t('keys.never') : <Ago at={data.lastUsedAt} />}</td>
      <td>
        <Ago at={data.createdAt} />
        {data.createdBy === null ? null : (
          <bdi className="quiet"> {t('keys.by', { name: oneLine(data.createdBy.name, 60) })}</bdi>
        )}
      </td>
      <td>
        <End apiKey={data} />
      </td>
      <td className="row-actions">
        {canManage ? (
          <button
            type="button"
            className="button button-quiet button-danger"
            aria-label={t('keys.revokeOf', { name })}
            onClick={() => setIsRevoking(true)}
          >
            {t('keys.revoke')}
          </button>
        ) : null}
        {isRevoking ? (
          <RevokeApiKey id={data.id} name={name} onClose={() => setIsRevoking(false)} />
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

function End({ apiKey }: { apiKey: Pick<ApiKeyRowFragment, 'revokedAt' | 'expiresAt'> }) {
  const { revokedAt, expiresAt } = apiKey;
  const at = revokedAt ?? expiresAt;
  if (at === null) return t('keys.never');
  const us = parseTimeUs(at) ?? 0;
  const key = revokedAt !== null ? 'keys.revoked' : us < Date.now() * 1000 ? 'keys.expired' : null;
  return (
    <span className="number" title={exactTime(us)}>
      {key === null ? dayText(us) : t(key, { day: dayText(us) })}
    </span>
  );
}
