/** How many bytes of the beginning `sniffMediaType` looks at. */
export const sniffedBytes = 64;

/** The media types that content is recognised as, by what its first bytes are and never by what somebody says. */
export type SniffedMediaType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'audio/wav'
  | 'audio/mpeg'
  | 'audio/ogg'
  | 'audio/flac'
  | 'audio/mp4'
  | 'video/mp4'
  | 'video/webm'
  | 'application/pdf';

/** Brands of MP4 files that hold sound only. */
const soundBrands = new Set(['M4A ', 'M4B ', 'F4A ']);
/** Brands of the same container that hold pictures, which not every browser decodes. */
const pictureBrands = /^(?:avi[fs]|hei[cfmsx]|hev[cmsx]|mi[af]1|msf1|jpeg)$/;

/** The type of the content that begins with these bytes; undefined for everything else, text of any kind included. */
export function sniffMediaType(head: Uint8Array): SniffedMediaType | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, sniffedBytes));
  const text = (start: number, end: number): string => bytes.toString('latin1', start, end);
  switch (bytes[0]) {
    case 0x89:
      return text(0, 8) === '\x89PNG\r\n\x1a\n' ? 'image/png' : undefined;
    case 0xff:
      return sniffJpegOrMp3(bytes);
    case 0x47:
      return /^GIF8[79]a$/.test(text(0, 6)) ? 'image/gif' : undefined;
    case 0x52:
      return text(0, 4) === 'RIFF' ? riffTypes[text(8, 12)] : undefined;
    case 0x49:
      // The tag's version follows, which text that begins with "ID3" does not have.
      return text(0, 3) === 'ID3' && bytes[3]! < 0x10 ? 'audio/mpeg' : undefined;
    case 0x4f:
      return text(0, 5) === 'OggS\0' ? 'audio/ogg' : undefined;
    case 0x66:
      return text(0, 4) === 'fLaC' ? 'audio/flac' : undefined;
    case 0x25:
      return text(0, 5) === '%PDF-' ? 'application/pdf' : undefined;
    case 0x1a:
      return text(0, 4) === '\x1aE\xdf\xa3' && bytes.includes('webm') ? 'video/webm' : undefined;
    default:
      return text(4, 8) === 'ftyp' ? sniffMp4(text(8, 12)) : undefined;
  }
}

const riffTypes: Record<string, SniffedMediaType> = { WEBP: 'image/webp', WAVE: 'audio/wav' };

function sniffJpegOrMp3(bytes: Buffer): SniffedMediaType | undefined {
  const second = bytes[1] ?? 0;
  if (second === 0xd8) return bytes[2] === 0xff ? 'image/jpeg' : undefined;
  // A frame of MPEG audio, layer III.
  return (second & 0xe6) === 0xe2 ? 'audio/mpeg' : undefined;
}

function sniffMp4(brand: string): SniffedMediaType | undefined {
  if (soundBrands.has(brand)) return 'audio/mp4';
  return pictureBrands.test(brand) ? undefined : 'video/mp4';
}

const inlineTypes = new Set<string>([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'audio/wav',
  'audio/mpeg',
  'audio/ogg',
  'audio/flac',
  'audio/mp4',
  'video/mp4',
  'video/webm',
] satisfies SniffedMediaType[]);

/** Containers that hold sound or pictures: there the sender's word decides between the two. */
const siblings: Record<string, readonly string[]> = {
  'video/mp4': ['audio/mp4'],
  'video/webm': ['audio/webm'],
  'audio/ogg': ['video/ogg'],
};

/**
 * The type under which a browser may show content in place; undefined for what must be downloaded: everything that
 * could carry a script, such as SVG and HTML, and everything unknown. `declared` is what the sender called it.
 */
export function inlineMediaType(head: Uint8Array, declared: string): string | undefined {
  const sniffed = sniffMediaType(head);
  if (sniffed === undefined || !inlineTypes.has(sniffed)) return undefined;
  const said = declared.split(';')[0]!.trim().toLowerCase();
  return siblings[sniffed]?.includes(said) ? said : sniffed;
}
