import { useRouter } from '@tanstack/react-router';
import type { ComponentProps, MouseEvent } from 'react';

/** A link to an address of ours that is given as text; a plain click stays in the page. */
export function AddressLink({ href, ...link }: ComponentProps<'a'> & { href: string }) {
  const { history } = useRouter();
  const onClick = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!isPlain || event.altKey) return;
    event.preventDefault();
    history.push(href);
  };
  return <a href={href} onClick={onClick} {...link} />;
}
