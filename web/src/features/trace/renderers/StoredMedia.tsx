import { FileBox } from 'lucide-react';
import { oneLine, sizeText } from '../../../lib/format.ts';
import type { Media } from '../payload/chat.ts';
import { FileView } from './FileView.tsx';
import { useStoredFiles } from './stored-files.ts';

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
    <FileView file={file} label={media.label ?? media.mimeType}>
      <bdi>{media.label === undefined ? caption : `${oneLine(media.label, 200)}, ${caption}`}</bdi>
    </FileView>
  );
}
