import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { remember, remembered } from '../../lib/remember.ts';

const stackBelowPx = 700;

interface SplitProps {
  variant: 'page' | 'peek' | 'compare';
  tree: ReactNode;
  details: ReactNode;
}

/** Tree beside details, or above them where there is little width; sizes are remembered for each. */
export function Split({ variant, tree, details }: SplitProps) {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    if (!frame) return undefined;
    const observer = new ResizeObserver(() => setWidth(frame.clientWidth));
    observer.observe(frame);
    setWidth(frame.clientWidth);
    return () => observer.disconnect();
  }, [frame]);
  const isStacked = width !== undefined && width < stackBelowPx;
  const key = `trace.split.${variant}.${isStacked ? 'rows' : 'columns'}`;
  const treeShare = remembered(key, isStacked ? 45 : 60);
  return (
    <div ref={setFrame} className="tr-split">
      {width === undefined ? null : (
        <Group
          key={key}
          orientation={isStacked ? 'vertical' : 'horizontal'}
          defaultLayout={{ tree: treeShare, details: 100 - treeShare }}
          onLayoutChanged={(layout, meta) => {
            if (meta.isUserInteraction) remember(key, Math.round(layout['tree'] ?? treeShare));
          }}
        >
          <Panel id="tree" minSize="25%">
            {tree}
          </Panel>
          <Separator className="tr-separator" aria-label="Resize tree and details" />
          <Panel id="details" minSize="25%">
            {details}
          </Panel>
        </Group>
      )}
    </div>
  );
}
