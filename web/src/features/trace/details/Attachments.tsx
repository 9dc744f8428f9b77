import { oneLine, sizeText } from '../../../lib/format.ts';
import { FileChip, FileView } from '../renderers/FileView.tsx';
import { fileKind } from '../renderers/stored-files.ts';
import type { RunDetailsRecord } from './use-run-details.ts';

type Attachment = RunDetailsRecord['attachments'][number];

/** Files that came with the run: pictures and players first, each with its name, then what can only be downloaded. */
export function Attachments({ attachments }: { attachments: Attachment[] }) {
  const isSeen = ({ mimeType }: Attachment) => fileKind(mimeType) !== 'other';
  const seen = attachments.filter(isSeen);
  const others = attachments.filter((attachment) => !isSeen(attachment));
  return (
    <>
      {seen.length > 0 ? (
        <div className="tr-files">
          {seen.map((attachment) => (
            <AttachmentFigure key={attachment.name} attachment={attachment} />
          ))}
        </div>
      ) : null}
      {others.length > 0 ? (
        <div className="tr-file-chips">
          {others.map((attachment) => (
            <FileChip key={attachment.name} file={attachment} label={attachment.name} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function AttachmentFigure({ attachment }: { attachment: Attachment }) {
  const { name, sizeBytes, url } = attachment;
  return (
    <FileView file={attachment} label={name}>
      <a href={url} download={name} title={`Download ${oneLine(name, 300)}`}>
        <bdi>{oneLine(name, 200)}</bdi>
      </a>
      <span className="quiet number">{sizeText(sizeBytes)}</span>
    </FileView>
  );
}
