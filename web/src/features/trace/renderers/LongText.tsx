import { lazy, Suspense, useState } from 'react';
import { countText, sizeText } from '../../../lib/format.ts';
import { mediaOfText } from '../payload/media.ts';
import { MediaView } from './MediaView.tsx';
import { TextLines } from './TextLines.tsx';

// The reader of Markdown is as large as the rest of the trace page; its text can be read before.
const loadMarkdown = () => import('./Markdown.tsx');
const Markdown = lazy(async () => ({ default: (await loadMarkdown()).Markdown }));

const shownAtFirst = 6000;
/** Beyond this, Markdown would take longer to read than a frame budget allows. */
const longestMarkdown = 60_000;
const mostLines = 300;

interface LongTextProps {
  text: string;
  /** `text` never reads Markdown. */
  as: 'markdown' | 'text';
}

/** A text of any length: short ones whole, long ones cut with "show all", huge ones in a window. */
export function LongText({ text, as }: LongTextProps) {
  const [isWhole, setIsWhole] = useState(false);
  const media = mediaOfText(text);
  if (media) return <MediaView media={media} />;
  const cut = cutAt(text);
  const isCut = cut < text.length && !isWhole;
  const shown = isCut ? text.slice(0, cut) : text;
  return (
    <div className="tr-long-text">
      <Shown text={shown} as={as} />
      {isCut ? (
        <button type="button" className="link-button" onClick={() => setIsWhole(true)}>
          Show all ({countText(text.length)} characters)
        </button>
      ) : null}
      {isWhole && cut < text.length ? (
        <button type="button" className="link-button" onClick={() => setIsWhole(false)}>
          Show less
        </button>
      ) : null}
    </div>
  );
}

function Shown({ text, as }: LongTextProps) {
  if (text.length > longestMarkdown || countLines(text, 2000) >= 2000) {
    return <TextLines text={text} note={sizeText(text.length)} />;
  }
  if (as === 'text') return <PlainText text={text} />;
  return (
    <Suspense fallback={<PlainText text={text} />}>
      <Markdown text={text} />
    </Suspense>
  );
}

function PlainText({ text }: { text: string }) {
  return (
    <pre className="tr-text" dir="auto">
      {text}
    </pre>
  );
}

/** Where a text is cut at first: after 6,000 characters or 300 lines; texts a little longer are not. */
function cutAt(text: string): number {
  const lineEnd = endOfLines(text, mostLines);
  const cut = Math.min(shownAtFirst, lineEnd);
  return text.length <= cut * 1.25 ? text.length : cut;
}

function endOfLines(text: string, count: number): number {
  let at = -1;
  for (let line = 0; line < count; line += 1) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) return text.length;
  }
  return at;
}

function countLines(text: string, most: number): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1 && count < most; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
