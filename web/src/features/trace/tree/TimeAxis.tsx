import { tickText } from '../../../lib/format.ts';
import { axisTicks } from '../model/time-scale.ts';

/** Tick labels above the bars and the hair lines behind them. */
export function TimeAxis({ spanUs, isLabelled }: { spanUs: number; isLabelled: boolean }) {
  const ticks = axisTicks(spanUs, 4);
  return (
    <div className="tr-axis" aria-hidden>
      {ticks.map((us) => (
        <span
          key={us}
          className={isLabelled ? 'tr-tick' : 'tr-gridline'}
          style={{ left: `calc(var(--tr-k) * ${us / 1000} * 1%)` }}
        >
          {/* Near the edge a label would be cut. */}
          {isLabelled && us <= spanUs * 0.84 ? tickText(us, spanUs) : null}
        </span>
      ))}
    </div>
  );
}
