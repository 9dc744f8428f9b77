import { useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { bucketsWithin, lonelyPoints, stacked } from './chart-data.ts';
import type { ChartKind, ChartSeries } from './chart-data.ts';
import { ChartTip } from './ChartTip.tsx';
import { useThemeName } from './use-theme-name.ts';
import './chart.css';

export interface TimeChartProps {
  /** What it shows, with its figures, for those who do not see it. */
  label: string;
  kind: ChartKind;
  /** Begin of each bucket in ms since 1970. */
  startsMs: readonly number[];
  bucketSeconds: number;
  series: readonly ChartSeries[];
  heightPx: number;
  format: (value: number) => string;
  /** Without: a strip that shows its shape only. */
  hasAxes?: boolean;
  /** Charts of one key show the same instant under the pointer. */
  syncKey?: string;
  /** A stretch was marked, or a bucket clicked. */
  onRange?: (range: { fromMs: number; toMs: number }, isClick: boolean) => void;
  nowMs: number;
}

/** Values over time: bars stacked on each other, or lines with gaps where nothing was measured. */
export function TimeChart(props: TimeChartProps) {
  const { startsMs, series, kind } = props;
  const box = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<{ index: number; leftPx: number }>();
  const theme = useThemeName();
  const latest = useRef(props);
  latest.current = props;
  const drawn = useMemo(() => (kind === 'bars' ? stacked(series) : [...series]), [kind, series]);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    // A line goes through the middle of its buckets, so that it stands above their bars.
    const shift = latest.current.kind === 'bars' ? 0 : latest.current.bucketSeconds / 2;
    const data = [
      startsMs.map((ms) => ms / 1000 + shift),
      ...drawn.map((one) => [...one.values]),
    ] as uPlot.AlignedData;
    const plot = new uPlot(
      plotOptions(latest, element, drawn, (index, leftPx) =>
        setHovered(index === null ? undefined : { index, leftPx }),
      ),
      data,
      element,
    );
    const observer = new ResizeObserver(() => {
      const { clientWidth: width } = element;
      if (width > 0) plot.setSize({ width, height: latest.current.heightPx });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
      setHovered(undefined);
    };
  }, [drawn, startsMs, theme, props.heightPx, props.hasAxes, props.bucketSeconds, props.syncKey]);

  return (
    <div
      className="chart"
      role="img"
      aria-label={props.label}
      data-axes={props.hasAxes || undefined}
    >
      <div
        ref={box}
        className="chart-plot"
        style={{ height: props.heightPx }}
        onPointerLeave={() => setHovered(undefined)}
      />
      {hovered && startsMs[hovered.index] !== undefined ? (
        <ChartTip
          startMs={startsMs[hovered.index]!}
          bucketSeconds={props.bucketSeconds}
          index={hovered.index}
          leftPx={hovered.leftPx}
          series={series}
          format={props.format}
        />
      ) : null}
    </div>
  );
}

type Latest = { readonly current: TimeChartProps };

function plotOptions(
  latest: Latest,
  element: HTMLElement,
  drawn: readonly ChartSeries[],
  onHover: (index: number | null, leftPx: number) => void,
): uPlot.Options {
  const { heightPx: height, hasAxes, bucketSeconds, kind, startsMs, syncKey } = latest.current;
  const colour = colourReader(element);
  const first = (startsMs[0] ?? 0) / 1000;
  const last = (startsMs.at(-1) ?? 0) / 1000 + bucketSeconds;
  const half = kind === 'bars' ? bucketSeconds / 2 : 0;
  return {
    width: Math.max(element.clientWidth, 40),
    height,
    padding: hasAxes ? [8, 8, 0, 0] : [2, 0, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: true, range: () => [first, Math.max(last, first + bucketSeconds)] },
      y: { range: (_plot, _least, most) => [0, most > 0 ? most * 1.06 : 1] },
    },
    axes: axesOf(hasAxes === true, colour, latest),
    series: [{}, ...drawn.map((one) => seriesOf(one, kind, colour))],
    cursor: {
      y: false,
      points: { show: false },
      drag: { x: true, y: false, setScale: false },
      ...(syncKey === undefined ? {} : { sync: { key: syncKey, setSeries: false } }),
      // Under a bar lies its bucket, from its begin on.
      dataIdx: (plot, _series, _index, seconds) =>
        plot.valToIdx(kind === 'bars' ? seconds - half : seconds),
    },
    hooks: {
      setCursor: [
        (plot) => {
          const isHere = plot.over.matches(':hover');
          onHover(isHere ? (plot.cursor.idx ?? null) : null, plot.cursor.left ?? 0);
        },
      ],
      setSelect: [(plot) => tellRange(plot, latest)],
      draw: [(plot) => paleOpenBucket(plot, latest, colour('var(--surface)'))],
    },
  };
}

/** Canvas knows no custom properties: they are read as what they are in the theme of the moment. */
function colourReader(element: HTMLElement): (css: string) => string {
  const style = getComputedStyle(element);
  return (css) => {
    const name = /^var\((--[\w-]+)\)$/.exec(css)?.[1];
    return name === undefined ? css : style.getPropertyValue(name).trim();
  };
}

function seriesOf(
  one: ChartSeries,
  kind: ChartKind,
  colour: (css: string) => string,
): uPlot.Series {
  const stroke = colour(one.colour);
  if (kind === 'bars') {
    return {
      paths: uPlot.paths.bars!({ size: [0.82, 26, 1], align: 1 }),
      fill: stroke,
      width: 0,
      points: { show: false },
    };
  }
  return {
    stroke,
    width: 1.5,
    spanGaps: false,
    points: {
      show: true,
      size: 4,
      fill: stroke,
      width: 0,
      filter: (plot, index) => lonelyPoints(plot.data[index] as (number | null)[]),
    },
  };
}

function axesOf(hasAxes: boolean, colour: (css: string) => string, latest: Latest): uPlot.Axis[] {
  if (!hasAxes) return [{ show: false }, { show: false }];
  const look = {
    stroke: colour('var(--text-quiet)'),
    font: '12px "Inter Variable", system-ui, sans-serif',
    ticks: { show: false },
    grid: { stroke: colour('var(--line)'), width: 1 },
  };
  return [
    { ...look, grid: { show: false }, size: 24, space: 72 },
    {
      ...look,
      size: 56,
      space: 36,
      values: (_plot, values) => values.map((value) => latest.current.format(value)),
    },
  ];
}

function tellRange(plot: uPlot, latest: Latest): void {
  const { onRange, bucketSeconds, startsMs } = latest.current;
  const { left, width } = plot.select;
  const origin = startsMs[0];
  if (!onRange || origin === undefined) return;
  const at = (px: number) => plot.posToVal(px, 'x') * 1000;
  const isClick = width < 4;
  onRange(bucketsWithin(at(left), at(left + width), bucketSeconds * 1000, origin), isClick);
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
}

/** The bucket that now lies in is not complete, and looks so. */
function paleOpenBucket(plot: uPlot, latest: Latest, surface: string): void {
  const { startsMs, bucketSeconds, nowMs, kind } = latest.current;
  const start = startsMs.at(-1);
  if (kind !== 'bars' || start === undefined || start + bucketSeconds * 1000 <= nowMs) return;
  const left = plot.valToPos(start / 1000, 'x', true);
  plot.ctx.save();
  plot.ctx.globalAlpha = 0.55;
  plot.ctx.fillStyle = surface;
  plot.ctx.fillRect(left, plot.bbox.top, plot.bbox.left + plot.bbox.width - left, plot.bbox.height);
  plot.ctx.restore();
}
