import { ApolloProvider, useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Share2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useWorkspace } from '../api/viewer.ts';
import { createShareClient, createSharedTraceClient } from '../features/sharing/shared-client.ts';
import { ShareDialog } from '../features/sharing/ShareDialog.tsx';
import type { ShareSubject } from '../features/sharing/ShareDialog.tsx';
import { ShareLinksPage } from '../features/sharing/ShareLinksPage.tsx';
import { sharedQuery } from '../features/sharing/share-documents.ts';
import type { SharedQuery } from '../gql/graphql.ts';
import { t } from '../i18n/index.ts';
import { dayText, oneLine, runName } from '../lib/format.ts';
import { parseTimeUs } from '../lib/time.ts';
import { Logo } from '../ui/Logo.tsx';
import { useTabTitle } from '../ui/Page.tsx';
import { CalmState, Skeleton } from '../ui/States.tsx';
import { TraceView } from './trace-part.ts';

export function ShareLinks() {
  const { workspace } = useWorkspace();
  return (
    <ShareLinksPage
      renderTraceLink={(traceUuid, name) => (
        <Link
          to="/w/$workspace/t/$traceUuid"
          params={{ workspace: workspace.name, traceUuid }}
          search={{}}
          className="cut"
          title={name}
        >
          <bdi>{name}</bdi>
        </Link>
      )}
    />
  );
}

/** The Share button of a trace, for whom may share. */
export function ShareTrace({ subject }: { subject: ShareSubject }) {
  const { viewer } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  if (!viewer.permissions.includes('runs:share')) return null;
  return (
    <>
      <button type="button" className="button" onClick={() => setIsOpen(true)}>
        <Share2 size={14} aria-hidden />
        {t('sharing.share')}
      </button>
      {isOpen ? <ShareDialog subject={subject} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

const sharedRoute = getRouteApi('/s/$token');

/** `/s/<token>`: what a public link shows, to anybody. */
export function Shared() {
  const { token } = sharedRoute.useParams();
  const client = useMemo(() => createShareClient(token), [token]);
  return (
    <ApolloProvider client={client}>
      <SharedPage key={token} token={token} />
    </ApolloProvider>
  );
}

type SharedContent = NonNullable<SharedQuery['shared']>;

function SharedPage({ token }: { token: string }) {
  const { data, error, client } = useQuery(sharedQuery, {
    variables: { token },
    fetchPolicy: 'no-cache',
  });
  const shared = data?.shared;
  const isThread = shared?.kind === 'THREAD';
  const traceClient = useMemo(
    () => createSharedTraceClient(client, { token, isThread }),
    [client, token, isThread],
  );
  const [chosen, setChosen] = useState<string>();
  const [run, setRun] = useState<string>();
  useTabTitle(shared?.root ? runName(shared.root.name) : t('sharing.page.tab'));
  const traceUuid = chosen ?? shared?.root?.traceUuid;
  return (
    <div className="shared-page">
      <header className="shared-bar">
        <Logo />
        <span className="quiet">{t('sharing.page.note')}</span>
        {shared?.expiresAt ? <Until at={shared.expiresAt} /> : null}
        <span className="spacer" />
        {shared && isThread ? (
          <Turns
            shared={shared}
            traceUuid={traceUuid}
            onChoose={(uuid) => {
              setChosen(uuid);
              setRun(undefined);
            }}
          />
        ) : null}
      </header>
      <main className="shared-body">
        {error !== undefined ? (
          <CalmState title={t('sharing.page.gone')}>
            <p>{t('sharing.page.goneText')}</p>
          </CalmState>
        ) : !shared ? (
          <Skeleton lines={[40, 62, 54, 48]} />
        ) : traceUuid === undefined ? (
          <CalmState title={t('sharing.page.empty')}>{null}</CalmState>
        ) : (
          <ApolloProvider client={traceClient}>
            <TraceView
              key={traceUuid}
              traceUuid={traceUuid}
              runUuid={run}
              onSelectRun={setRun}
              variant="page"
            />
          </ApolloProvider>
        )}
      </main>
    </div>
  );
}

function Until({ at }: { at: string }) {
  const us = parseTimeUs(at) ?? 0;
  return <span className="quiet">{t('sharing.page.until', { day: dayText(us) })}</span>;
}

interface TurnsProps {
  shared: SharedContent;
  traceUuid: string | undefined;
  onChoose: (traceUuid: string) => void;
}

function Turns({ shared, traceUuid, onChoose }: TurnsProps) {
  const { nodes, pageInfo } = shared.turns;
  return (
    <label className="field-inline">
      <span className="sr-only">{t('sharing.page.turns')}</span>
      <select
        value={traceUuid ?? ''}
        title={pageInfo.hasNextPage ? t('sharing.page.moreTurns') : undefined}
        onChange={(event) => onChoose(event.target.value)}
      >
        {nodes.map((turn, index) => (
          <option key={turn.uuid} value={turn.traceUuid}>
            {t('sharing.page.turn', { number: String(index + 1) })}:{' '}
            {oneLine(turn.inputPreview || turn.name, 60)}
          </option>
        ))}
      </select>
    </label>
  );
}
