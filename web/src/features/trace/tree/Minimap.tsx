import { Minimize2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { t } from '../../../i18n/index.ts';
import { densityOf } from '../model/density.ts';
import type { TimeWindow } from '../model/time-scale.ts';
import type { TraceTree } from '../model/trace-tree.ts';

interface MinimapProps {
  tree: TraceTree;
  /** The whole time, whatever is zoomed to. */
  whole: TimeWindow;
  /** What is zoomed to; undefined for the whole. */
  zoom: TimeWindow | undefined;
  onZoom: (zoom: TimeWindow | undefined) => void;
}

const height = 22;
/** A shorter drag was meant as a click, which shows the whole again. */
const leastDragPx = 4;

/** How much ran at each moment of the trace, and where errors are; dragging over it zooms. */
export function Minimap({ tree, whole, zoom, onZoom }: MinimapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  useDensityDrawing(canvas, tree, whole);

  const shareAt = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / Math.max(1, box.width)));
  };
  const end = (event: PointerEvent<HTMLDivElement>) => {
    if (!drag) return;
    const [from, to] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
    setDrag(undefined);
    const isDrag = (to - from) * event.currentTarget.clientWidth >= leastDragPx;
    onZoom(
      isDrag
        ? { startUs: whole.startUs + from * whole.spanUs, spanUs: (to - from) * whole.spanUs }
        : undefined,
    );
  };
  const shown = drag
    ? { left: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }
    : zoom && {
        left: (zoom.startUs - whole.startUs) / whole.spanUs,
        width: zoom.spanUs / whole.spanUs,
      };
  return (
    <div className="tr-minimap-row">
      <span className="tr-head-name">
        {zoom ? (
          <button
            type="button"
            className="link-button"
            title={t('trace.minimap.reset')}
            onClick={() => onZoom(undefined)}
          >
            <Minimize2 size={12} aria-hidden /> {t('trace.minimap.whole')}
          </button>
        ) : null}
      </span>
      <div
        className="tr-minimap"
        title={t('trace.minimap.label')}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: shareAt(event), to: shareAt(event) });
        }}
        onPointerMove={(event) => drag && setDrag({ ...drag, to: shareAt(event) })}
        onPointerUp={end}
        onPointerCancel={() => setDrag(undefined)}
      >
        <canvas ref={canvas} height={height} aria-hidden />
        {shown ? (
          <span
            className="tr-brush"
            style={{ left: `${shown.left * 100}%`, width: `${shown.width * 100}%` }}
          />
        ) : null}
      </div>
      <span className="tr-minimap-end" />
    </div>
  );
}

/** One column a pixel; drawn again when the tree or the width changes. */
function useDensityDrawing(
  ref: { current: HTMLCanvasElement | null },
  tree: TraceTree,
  whole: TimeWindow,
): void {
  const { startUs, spanUs } = whole;
  useEffect(() => {
    const element = ref.current;
    const box = element?.parentElement;
    if (!element || !box) return undefined;
    const draw = () => {
      const width = Math.max(1, box.clientWidth);
      if (element.width !== width) element.width = width;
      drawDensity(element, densityOf(tree, { startUs, spanUs }, width));
    };
    const observer = new ResizeObserver(draw);
    observer.observe(box);
    draw();
    return () => observer.disconnect();
  }, [ref, tree, startUs, spanUs]);
}

function drawDensity(
  element: HTMLCanvasElement,
  { active, errors, most }: ReturnType<typeof densityOf>,
): void {
  const pen = element.getContext('2d');
  if (!pen) return;
  const style = getComputedStyle(element);
  pen.clearRect(0, 0, element.width, height);
  pen.fillStyle = style.getPropertyValue('--type-chain');
  for (let x = 0; x < active.length; x += 1) {
    // The root of the share, so that one run beside 500 is still seen.
    const count = active[x]!;
    const tall = count === 0 ? 1 : Math.max(2, Math.sqrt(count / most) * (height - 2));
    pen.fillRect(x, height - tall, 1, tall);
  }
  pen.fillStyle = style.getPropertyValue('--red');
  for (let x = 0; x < errors.length; x += 1) if (errors[x]! > 0) pen.fillRect(x, 0, 2, 5);
}
