import { t } from '../../../i18n/index.ts';
import { durationText, tickText } from '../../../lib/format.ts';
import type { TimeMap } from '../model/time-gaps.ts';
import { axisTicks } from '../model/time-scale.ts';

/** Tick labels above the bars and the hair lines behind them; breaks where idle time is cut short. */
export function TimeAxis({ map, isLabelled }: { map: TimeMap; isLabelled: boolean }) {
  const spanUs = map.spanUs;
  return (
    <div className="tr-axis" aria-hidden>
      {ticksOf(map).map(({ at, us }) => (
        <span
          key={us}
          className={isLabelled ? 'tr-tick' : 'tr-gridline'}
          style={{ left: `calc(var(--tr-k) * ${at / 1000} * 1%)` }}
        >
          {/* Near the edge a label would be cut. */}
          {isLabelled && at <= spanUs * 0.84 ? tickText(us, map.fromAxis(spanUs)) : null}
        </span>
      ))}
      {map.gaps.map(({ fromUs, toUs }) => {
        const at = map.toAxis(fromUs);
        const length = map.toAxis(toUs) - at;
        return (
          <span
            key={fromUs}
            className={isLabelled ? 'tr-break-head' : 'tr-break'}
            title={t('trace.view.idle', { duration: durationText(toUs - fromUs) })}
            style={{
              left: `calc(var(--tr-k) * ${at / 1000} * 1%)`,
              width: `calc(var(--tr-k) * ${length / 1000} * 1%)`,
            }}
          />
        );
      })}
    </div>
  );
}

/** Round times; with breaks, where each stretch of work begins, as round ones may lie within a break. */
function ticksOf(map: TimeMap): { at: number; us: number }[] {
  if (map.gaps.length === 0) return axisTicks(map.spanUs, 4).map((us) => ({ at: us, us }));
  const starts = [0, ...map.gaps.map(({ toUs }) => toUs)].map((us) => ({ at: map.toAxis(us), us }));
  const ticks: { at: number; us: number }[] = [];
  for (const tick of starts) {
    const before = ticks.at(-1);
    if (!before || tick.at - before.at > map.spanUs * 0.16) ticks.push(tick);
  }
  return ticks;
}
