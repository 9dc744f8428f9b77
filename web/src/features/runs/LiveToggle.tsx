import { Pause, Play } from 'lucide-react';
import { useStore } from 'zustand';
import { connection } from '../../api/connection.ts';
import { t } from '../../i18n/index.ts';
import type { LiveRunList } from './use-run-list.ts';

/** How current the list is, and the switch that holds it still. */
export function LiveToggle({ runs }: { runs: LiveRunList }) {
  const socket = useStore(connection).state;
  const { live, phase } = runs.state;
  if (phase !== 'ready' || live === 'still') return null;
  const state = live === 'live' && socket === 'offline' ? 'offline' : live;
  const Icon = runs.isPaused ? Play : Pause;
  return (
    <button
      type="button"
      className="live-toggle"
      data-state={state}
      aria-pressed={!runs.isPaused}
      title={t(runs.isPaused ? 'live.resume' : 'live.pause')}
      onClick={() => runs.setPaused(!runs.isPaused)}
    >
      {state === 'live' ? <span className="pulse" /> : <span className="dot" />}
      {t(`live.${state}`)}
      <Icon size={13} aria-hidden />
    </button>
  );
}
