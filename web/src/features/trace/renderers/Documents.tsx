import { FileText } from 'lucide-react';
import { oneLine } from '../../../lib/format.ts';
import type { RetrievedDocument } from '../payload/shapes.ts';
import { Fold, Value } from './ChatView.tsx';
import { LongText } from './LongText.tsx';

/** What a search found: rank, source, score and text of each document. */
export function Documents({ documents }: { documents: RetrievedDocument[] }) {
  return (
    <ol className="tr-documents">
      {documents.slice(0, 200).map((document, index) => (
        <li key={index} className="tr-document">
          <header className="tr-document-head">
            <FileText size={14} aria-hidden />
            <span className="tr-rank">{index + 1}</span>
            <bdi className="tr-document-source">
              {oneLine(document.source ?? document.id ?? 'document', 160)}
            </bdi>
            <span className="spacer" />
            {document.score === undefined ? null : (
              <span className="tr-score" title={String(document.score)}>
                {Number(document.score.toPrecision(3))}
              </span>
            )}
          </header>
          <LongText text={document.text} as="text" />
          {Object.keys(document.metadata).length > 0 ? (
            <Fold label="Metadata">
              <Value value={document.metadata} label="Metadata" />
            </Fold>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
