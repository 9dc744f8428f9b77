import { sizeText } from '../../../lib/format.ts';
import { FileBox, Image as ImageIcon, Volume2 } from 'lucide-react';
import { base64Bytes, imageTypeOf } from '../payload/media.ts';
import type { Media } from '../payload/chat.ts';
import { safeHref } from './safe-href.ts';
import { RemoteImage } from './RemoteImage.tsx';
import { StoredMedia } from './StoredMedia.tsx';

/** The largest image drawn at once; beyond it decoding alone would stall the page. */
const largestImage = 8_000_000;

/** Bytes, a reference to stored ones, or an address: images of four types are drawn, all else says what it is. */
export function MediaView({ media }: { media: Media }) {
  const { base64, stored } = media;
  if (stored) return <StoredMedia media={{ ...media, stored }} />;
  if (base64 === undefined) {
    const label = media.label ?? (media.mimeType || 'file');
    return <RemoteImage address={safeHref(media.url)} label={label} />;
  }
  const type = imageTypeOf(base64);
  if (type !== undefined && base64.length < largestImage) {
    const caption = `${type}, ${sizeText(base64Bytes(base64))}`;
    return (
      <figure className="tr-figure-image">
        <img
          className="tr-image"
          alt={media.label ?? caption}
          src={`data:${type};base64,${base64}`}
        />
        <figcaption>{caption}</figcaption>
      </figure>
    );
  }
  const Icon = media.mimeType.startsWith('audio/') ? Volume2 : type ? ImageIcon : FileBox;
  return (
    <span className="tr-media-chip">
      <Icon size={14} aria-hidden />
      <bdi>{media.label ?? (media.mimeType || 'binary')}</bdi> {sizeText(base64Bytes(base64))}
    </span>
  );
}
