import { createRowEncoder } from '@runlight/clickhouse';
import type { ClickHouse } from '@runlight/clickhouse';
import { hourOf } from '@runlight/run-metrics';
import type { RunKey } from '@runlight/run-model';
import type { RunMover } from '../place/run-mover.ts';
import type { RunStore } from '../store/run-store.ts';

/** Where a run stands, as far as hours are concerned. */
export type HourPlace = Pick<RunKey, 'workspaceId' | 'projectId' | 'traceStartUs'>;

export interface HourMarks {
  /**
   * Says that runs at these places change, so that the rollups of their hours are worked out again.
   * Everybody who writes or deletes rows of `runs` calls it twice, before (`about to`) and after (`done`).
   * Before, or a reader would take the sealed cells although the runs are others by now; after, or the
   * hour could be sealed while a slow write is under way. Costs an insert a minute and hour.
   */
  mark: (places: Iterable<HourPlace>, when: 'about to' | 'done') => Promise<void>;
}

/**
 * An hour that was marked so long ago is marked again. An hour is sealed five minutes after its last mark at
 * the earliest, so that one that was marked less than these times ago cannot have been.
 */
const freshMs = { 'about to': 60_000, done: 180_000 } as const;
const maxRemembered = 50_000;

export function createHourMarks(
  clickhouse: Pick<ClickHouse, 'insertRowBinary'>,
  nowMs: () => number = () => performance.now(),
): HourMarks {
  const markedAtMs = new Map<string, number>();

  function unmarked(places: Iterable<HourPlace>, when: keyof typeof freshMs) {
    const now = nowMs();
    const hours = new Map<string, HourPlace>();
    for (const place of places) {
      const name = nameOf(place);
      const at = markedAtMs.get(name);
      if (at === undefined || now - at > freshMs[when]) hours.set(name, place);
    }
    return { hours, now };
  }

  return {
    async mark(places, when) {
      const { hours, now } = unmarked(places, when);
      if (hours.size === 0) return;
      await insert(clickhouse, hours.values());
      if (markedAtMs.size + hours.size > maxRemembered) markedAtMs.clear();
      // From before the insert: the server's time of the mark is later.
      for (const name of hours.keys()) markedAtMs.set(name, now);
    },
  };
}

const nameOf = ({ workspaceId, projectId, traceStartUs }: HourPlace): string =>
  `${workspaceId} ${projectId} ${hourOf(traceStartUs)}`;

/** The server's clock says when: `touched_us` has it as its default. */
async function insert(
  clickhouse: Pick<ClickHouse, 'insertRowBinary'>,
  places: Iterable<HourPlace>,
): Promise<void> {
  const rows = createRowEncoder(4096);
  for (const { workspaceId, projectId, traceStartUs } of places) {
    rows.uuid(workspaceId);
    rows.uuid(projectId);
    rows.u32(hourOf(traceStartUs));
  }
  await clickhouse.insertRowBinary({
    name: 'rollupMarkHours',
    table: 'rollup_hours',
    columns: ['workspace_id', 'project_id', 'hour'],
    body: rows.take(),
  });
}

/** The store of runs, whose every write of `runs` marks the hours. */
export const markingStore = (store: RunStore, marks: HourMarks): RunStore => ({
  ...store,
  async insertRuns(runs) {
    const places = runs.map(({ group }) => group.key);
    await marks.mark(places, 'about to');
    await store.insertRuns(runs);
    await marks.mark(places, 'done');
  },
});

/** A run that moves is taken away from its old hour; at the new place it is stored by the store. */
export const markingMover = (mover: RunMover, marks: HourMarks): RunMover => ({
  async move(from, to) {
    await marks.mark([from], 'about to');
    await mover.move(from, to);
    await marks.mark([from], 'done');
  },
});
