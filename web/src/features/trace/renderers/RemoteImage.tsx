import { ImageOff } from 'lucide-react';

/** An image elsewhere is named and never loaded: loading it would tell a stranger who reads this. */
export function RemoteImage({ address, label }: { address: string | null; label: string }) {
  const host = address === null ? undefined : new URL(address).host;
  return (
    <span className="tr-remote-image">
      <ImageOff size={14} aria-hidden />
      <bdi>{label}</bdi>
      {host === undefined ? null : (
        <a href={address!} target="_blank" rel="noopener noreferrer nofollow">
          open from {host}
        </a>
      )}
    </span>
  );
}
