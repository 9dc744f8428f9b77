import { Download, FileBox, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { oneLine } from '../../../lib/format.ts';
import { sizeText } from '../payload/json-rows.ts';
import { fileKind, useStoredFiles } from './stored-files.ts';
import type { StoredFile } from './stored-files.ts';

interface FileViewProps {
  file: StoredFile;
  label: string;
}

/** A stored file as it is best seen: a picture drawn, sound and film with a player, all else to download. */
export function FileView({ file, label }: FileViewProps) {
  const { renew } = useStoredFiles();
  const [failedUrl, setFailedUrl] = useState<string>();
  const onError = () => {
    // A link is over after minutes: the first time another one is tried.
    if (failedUrl === undefined) renew();
    setFailedUrl(file.url);
  };
  if (failedUrl === file.url) return <FileChip file={file} label={label} isBroken />;
  const shown = { file, label, onError };
  switch (fileKind(file.mimeType)) {
    case 'image':
      return <Picture {...shown} />;
    case 'audio':
      return (
        <audio
          className="tr-audio"
          controls
          preload="metadata"
          src={file.url}
          onError={onError}
          aria-label={label}
        />
      );
    case 'video':
      return (
        <video
          className="tr-video"
          controls
          preload="metadata"
          src={file.url}
          onError={onError}
          aria-label={label}
        />
      );
    default:
      return <FileChip file={file} label={label} />;
  }
}

function Picture({ file, label, onError }: FileViewProps & { onError: () => void }) {
  return (
    <a
      className="tr-picture"
      href={file.url}
      target="_blank"
      rel="noopener"
      title="Open in its full size"
    >
      <img
        className="tr-image"
        alt={label}
        src={file.url}
        loading="lazy"
        decoding="async"
        onError={onError}
      />
    </a>
  );
}

/** The name of a file as a link that downloads it. */
export function FileChip({
  file,
  label,
  isBroken = false,
}: FileViewProps & { isBroken?: boolean }) {
  const Icon = isBroken ? ImageOff : FileBox;
  return (
    <a
      className="tr-media-chip"
      href={file.url}
      download={label}
      title={`Download ${oneLine(label, 200)}`}
    >
      <Icon size={14} aria-hidden />
      <bdi>{oneLine(label, 120)}</bdi>
      <span className="quiet">{sizeText(file.sizeBytes)}</span>
      <Download size={14} aria-hidden />
    </a>
  );
}
