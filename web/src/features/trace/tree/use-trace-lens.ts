import { useMemo, useState } from 'react';
import { remember, remembered } from '../../../lib/remember.ts';
import { criticalPath } from '../model/critical-path.ts';
import type { HeatMode } from '../model/heat.ts';
import { noNoise, parseNoise, withoutNoise } from '../model/noise.ts';
import type { Noise } from '../model/noise.ts';
import type { TraceTree } from '../model/trace-tree.ts';

export type TraceLens = ReturnType<typeof useTraceLens>;

const heatModes: readonly HeatMode[] = ['off', 'time', 'cost'];

interface LensOptions {
  tree: TraceTree;
  /** Whose noise is remembered. */
  projectUuid: string | undefined;
  /** Runs that show whatever is hidden: the selected one, hits. */
  kept: ReadonlySet<string>;
  nowUs: () => number;
}

/** How a reader looks at a trace: what is hidden, what is weighed, what is marked; remembered. */
export function useTraceLens({ tree, projectUuid, kept, nowUs }: LensOptions) {
  const [noise, setNoise] = useNoise(projectUuid);
  const [heat, setHeat] = useState<HeatMode>(
    () => heatModes.find((mode) => mode === remembered('trace.heat', 'off')) ?? 'off',
  );
  const [isCritical, setIsCritical] = useState(false);
  const [areGapsShort, setAreGapsShort] = useState(() => remembered<number>('trace.gaps', 0) === 1);
  const shown = useMemo(() => withoutNoise(tree, noise, kept), [tree, noise, kept]);
  const critical = useMemo(
    () => (isCritical ? criticalPath(tree, nowUs()) : undefined),
    [isCritical, tree, nowUs],
  );
  return {
    tree: shown,
    hiddenCount: tree.nodes.length - shown.nodes.length,
    noise,
    setNoise,
    heat,
    setHeat: (mode: HeatMode) => {
      setHeat(mode);
      remember('trace.heat', mode);
    },
    /** Runs on the critical path; undefined while it is not asked for. */
    critical,
    toggleCritical: () => setIsCritical(!isCritical),
    areGapsShort,
    toggleGaps: () => {
      setAreGapsShort(!areGapsShort);
      remember('trace.gaps', areGapsShort ? 0 : 1);
    },
  };
}

function useNoise(projectUuid: string | undefined) {
  const key = `trace.noise.${projectUuid ?? ''}`;
  const [kept, setKept] = useState<{ key: string; noise: Noise }>();
  const stored = useMemo(() => parseNoise(remembered(key, '')), [key]);
  const noise = kept?.key === key ? kept.noise : projectUuid === undefined ? noNoise : stored;
  const setNoise = (next: Noise) => {
    setKept({ key, noise: next });
    remember(key, JSON.stringify(next));
  };
  return [noise, setNoise] as const;
}
