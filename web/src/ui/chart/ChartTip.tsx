import type { CSSProperties } from 'react';
import { oneLine } from '../../lib/format.ts';
import type { ChartSeries } from './chart-data.ts';
import { bucketText } from './bucket-text.ts';

interface ChartTipProps {
  startMs: number;
  bucketSeconds: number;
  index: number;
  leftPx: number;
  series: readonly ChartSeries[];
  format: (value: number) => string;
}

/** The figures of one bucket, beside the pointer. */
export function ChartTip({ startMs, bucketSeconds, index, leftPx, series, format }: ChartTipProps) {
  return (
    <div className="chart-tip" style={{ '--tip-left': `${leftPx}px` } as CSSProperties} aria-hidden>
      <p>{bucketText(startMs, bucketSeconds)}</p>
      {series.map((one) => (
        <p key={one.name} className="chart-tip-line">
          <i style={{ background: one.colour }} />
          <bdi className="cut">{oneLine(one.name, 60)}</bdi>
          <b>{valueText(one.values[index], format)}</b>
        </p>
      ))}
    </div>
  );
}

function valueText(value: number | null | undefined, format: (value: number) => string): string {
  return value === null || value === undefined ? '–' : format(value);
}
