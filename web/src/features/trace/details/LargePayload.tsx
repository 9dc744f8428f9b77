import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import type { PayloadField } from '../../../gql/graphql.ts';
import { sizeText } from '../../../lib/format.ts';
import { TextLines } from '../renderers/TextLines.tsx';
import { StoredFilesProvider, useStoredFiles } from '../renderers/stored-files.ts';
import type { StoredFile } from '../renderers/stored-files.ts';
import { payloadLinkQuery } from '../trace-documents.ts';
import type { PayloadRecord } from './use-run-details.ts';

/** Read in the page up to this; more would take the tab's memory and is for an editor. */
const largestOpenedBytes = 40_000_000;

interface PayloadOfRunProps {
  runId: string;
  field: PayloadField;
  payload: PayloadRecord;
  /** Shows the value; null when none arrived. */
  children: (value: unknown) => ReactNode;
}

/** A payload field: the value, or of a large one its beginning until the whole is asked for. */
export function PayloadOfRun({ runId, field, payload, children }: PayloadOfRunProps) {
  if (!payload?.isTruncated) return children(payload?.json ?? null);
  return (
    <LargePayload key={runId} runId={runId} field={field} payload={payload}>
      {children}
    </LargePayload>
  );
}

type StoredMediaFile = StoredFile & { sha256: string };

type Opening =
  | { state: 'closed' }
  | { state: 'opening' }
  | { state: 'open'; value: unknown; media: StoredMediaFile[] }
  | { state: 'failed'; error: unknown };

function LargePayload(props: PayloadOfRunProps & { payload: NonNullable<PayloadRecord> }) {
  const { runId, field, payload, children } = props;
  const client = useApolloClient();
  const [opening, setOpening] = useState<Opening>({ state: 'closed' });
  const { sizeBytes } = payload;
  const head = payload.head ?? '';

  const open = async () => {
    setOpening({ state: 'opening' });
    try {
      const { url, media } = await freshLinks(client, runId, field);
      const response = await fetch(url);
      if (!response.ok) throw new Error(`The file was answered with status ${response.status}.`);
      setOpening({ state: 'open', value: (await response.json()) as unknown, media });
    } catch (error) {
      setOpening({ state: 'failed', error });
    }
  };
  const download = async () => {
    try {
      window.location.assign((await freshLinks(client, runId, field)).url);
    } catch (error) {
      setOpening({ state: 'failed', error });
    }
  };

  const isOpen = opening.state === 'open';
  return (
    <div className="tr-large" data-open={isOpen || undefined}>
      <div className="tr-large-bar">
        <span className="number">
          {isOpen
            ? `All ${sizeText(sizeBytes)}`
            : `Shown ${sizeText(byteLength(head))} of ${sizeText(sizeBytes)}`}
        </span>
        <span className="spacer" />
        {isOpen || sizeBytes > largestOpenedBytes ? null : (
          <button
            type="button"
            className="link-button"
            disabled={opening.state === 'opening'}
            onClick={() => void open()}
          >
            {opening.state === 'opening' ? 'Opening…' : 'Open whole'}
          </button>
        )}
        <button
          type="button"
          className="link-button tr-large-download"
          onClick={() => void download()}
        >
          <Download size={14} aria-hidden /> Download
        </button>
      </div>
      {opening.state === 'failed' ? (
        <p className="tr-large-failed" role="alert">
          {errorWords(opening.error).text.slice(0, 300)}
        </p>
      ) : null}
      {isOpen ? (
        <WithMedia media={opening.media}>{children(opening.value)}</WithMedia>
      ) : (
        <TextLines text={head} note={`the first ${sizeText(byteLength(head))}`} />
      )}
    </div>
  );
}

/** What was lifted out of the rest of the payload, beside what is known already. */
function WithMedia({ media, children }: { media: StoredMediaFile[]; children: ReactNode }) {
  const outer = useStoredFiles();
  const files = useMemo(
    () => ({
      ...outer,
      bySha256: new Map([...outer.bySha256, ...media.map((file) => [file.sha256, file] as const)]),
    }),
    [outer, media],
  );
  return <StoredFilesProvider value={files}>{children}</StoredFilesProvider>;
}

/** Asked for when it is used, as links are over after minutes. */
async function freshLinks(client: ApolloClient, id: string, field: PayloadField) {
  const { data } = await client.query({
    query: payloadLinkQuery,
    variables: { id, field },
    fetchPolicy: 'no-cache',
  });
  const url = data?.run?.payload?.url;
  if (!url) throw new Error('The run is not there any more.');
  return { url, media: data.run?.media ?? [] };
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;
