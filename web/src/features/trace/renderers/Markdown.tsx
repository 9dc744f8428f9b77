import { memo } from 'react';
import type { ReactNode } from 'react';
import { Streamdown } from 'streamdown';
import type { Components } from 'streamdown';
import { imageTypeOf, mediaOfUrl } from '../payload/media.ts';
import { CopyButton } from '../../../ui/Copy.tsx';
import { markdownRules } from './markdown-rules.ts';
import { RemoteImage } from './RemoteImage.tsx';
import { safeHref } from './safe-href.ts';

/** Markdown of unknown origin. Plain elements of ours; nothing is loaded from elsewhere. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return (
    <div className="tr-markdown" dir="auto">
      <Streamdown {...markdownRules} components={components}>
        {text}
      </Streamdown>
    </div>
  );
});

interface Props {
  href?: unknown;
  src?: unknown;
  alt?: unknown;
  checked?: unknown;
  children?: ReactNode;
}

function plain(
  Tag:
    | 'p'
    | 'ul'
    | 'ol'
    | 'li'
    | 'blockquote'
    | 'h3'
    | 'h4'
    | 'h5'
    | 'strong'
    | 'em'
    | 'del'
    | 'tr'
    | 'th'
    | 'td'
    | 'thead'
    | 'tbody'
    | 'sup',
) {
  return ({ children }: Props) => <Tag>{children}</Tag>;
}

function SafeLink({ href, children }: Props) {
  const address = safeHref(href);
  if (address === null) return <span className="tr-dead-link">{children}</span>;
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={address.slice(0, 300)}
    >
      {children}
    </a>
  );
}

/** An image never loads by itself: bytes in the text are drawn, addresses become links. */
function SafeImage({ src, alt }: Props) {
  const label = typeof alt === 'string' && alt !== '' ? alt : 'image';
  const media = typeof src === 'string' ? mediaOfUrl(src) : undefined;
  const type = media?.base64 === undefined ? undefined : imageTypeOf(media.base64);
  if (type !== undefined) {
    return <img className="tr-image" alt={label} src={`data:${type};base64,${media!.base64}`} />;
  }
  return <RemoteImage address={safeHref(src)} label={label} />;
}

function CodeBlock({ children }: Props) {
  return (
    <div className="tr-code-block">
      <pre dir="ltr">{children}</pre>
      <CopyButton text={() => textIn(children)} label="Copy code" />
    </div>
  );
}

function textIn(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textIn).join('');
  if (typeof node === 'object' && node !== null && 'props' in node) {
    return textIn((node.props as Props).children);
  }
  return '';
}

const components = {
  a: SafeLink,
  img: SafeImage,
  pre: CodeBlock,
  code: ({ children }: Props) => <code>{children}</code>,
  inlineCode: ({ children }: Props) => <code className="tr-inline-code">{children}</code>,
  table: ({ children }: Props) => (
    <div className="tr-table-scroll">
      <table>{children}</table>
    </div>
  ),
  hr: () => <hr />,
  input: ({ checked }: Props) => (
    <input type="checkbox" disabled checked={checked === true} readOnly />
  ),
  h1: plain('h3'),
  h2: plain('h3'),
  h3: plain('h4'),
  h4: plain('h4'),
  h5: plain('h5'),
  h6: plain('h5'),
  p: plain('p'),
  ul: plain('ul'),
  ol: plain('ol'),
  li: plain('li'),
  blockquote: plain('blockquote'),
  strong: plain('strong'),
  em: plain('em'),
  del: plain('del'),
  thead: plain('thead'),
  tbody: plain('tbody'),
  tr: plain('tr'),
  th: plain('th'),
  td: plain('td'),
  sup: plain('sup'),
} as Components;
