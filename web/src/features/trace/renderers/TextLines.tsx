import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { textLines } from '../payload/json-rows.ts';

const lineHeight = 20;

/** A huge text in a window of its own: only the lines in sight exist. */
export function TextLines({ text, note }: { text: string; note: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => [...textLines(text, 100)], [text]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  return (
    <div className="tr-lines">
      <div ref={scroller} className="tr-lines-scroller" tabIndex={0} aria-label={`Text, ${note}`}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => (
            <div
              key={item.key}
              className="tr-line"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {lines[item.index]}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
