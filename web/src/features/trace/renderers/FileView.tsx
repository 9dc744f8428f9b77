import { Download, FileBox, ImageOff } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { oneLine, sizeText } from '../../../lib/format.ts';
import { fileKind, useStoredFiles } from './stored-files.ts';
import type { StoredFile } from './stored-files.ts';

interface FileViewProps {
  file: StoredFile;
  label: string;
}

/** A stored file as it is best seen: a picture drawn, sound and film with a player, all else to download. */
export function FileView({ file, label, children }: FileViewProps & { children: ReactNode }) {
  const { renew } = useStoredFiles();
  const [failedUrl, setFailedUrl] = useState<string>();
  const onError = () => {
    // A link is over after minutes: the first time another one is tried.
    if (failedUrl === undefined) renew();
    setFailedUrl(file.url);
  };
  const kind = fileKind(file.mimeType);
  const isBroken = failedUrl === file.url;
  if (kind === 'other' || isBroken)
    return <FileChip file={file} label={label} isBroken={isBroken} />;
  const player = {
    controls: true,
    preload: 'metadata',
    src: file.url,
    onError,
    'aria-label': label,
  } as const;
  return (
    <figure className="tr-file" data-kind={kind}>
      {kind === 'image' ? <Picture file={file} label={label} onError={onError} /> : null}
      {kind === 'audio' ? <audio className="tr-audio" {...player} /> : null}
      {kind === 'video' ? <video className="tr-video" {...player} /> : null}
      <figcaption>{children}</figcaption>
    </figure>
  );
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
      title={isBroken ? 'It cannot be shown here; download it' : `Download ${oneLine(label, 200)}`}
    >
      <Icon size={14} aria-hidden />
      <bdi>{oneLine(label, 120)}</bdi>
      <span className="quiet">{sizeText(file.sizeBytes)}</span>
      <Download size={14} aria-hidden />
    </a>
  );
}
