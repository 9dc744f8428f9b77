import type { Media } from '../payload/chat.ts';
import { sizeText } from '../payload/json-rows.ts';
import { FileView } from './FileView.tsx';
import { useStoredFiles } from './stored-files.ts';
import { FileBox } from 'lucide-react';

/** Media that was lifted out of the payload, where it stood. */
export function StoredMedia({ media }: { media: Media & Required<Pick<Media, 'stored'>> }) {
  const { sha256, sizeBytes } = media.stored;
  const file = useStoredFiles().bySha256.get(sha256);
  const caption = `${media.mimeType}, ${sizeText(sizeBytes)}`;
  if (!file) {
    return (
      <span className="tr-media-chip">
        <FileBox size={14} aria-hidden /> {caption}
      </span>
    );
  }
  return (
    <figure className="tr-figure-image">
      <FileView file={file} label={media.label ?? caption} />
      <figcaption>{media.label === undefined ? caption : `${media.label}, ${caption}`}</figcaption>
    </figure>
  );
}
