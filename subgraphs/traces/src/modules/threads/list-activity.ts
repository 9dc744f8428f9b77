import { spanBehind, windowsOf } from '../runs/time-windows.ts';
import type { Span } from '../runs/time-windows.ts';
import type { Activity, ActivitySelection, ActivityStore } from './activity-store.ts';

/** At most `limit` groups of the selection in its order, found window by window. */
export async function listActivity(
  store: ActivityStore,
  selection: ActivitySelection,
  limit: number,
): Promise<Activity[]> {
  const { after, direction, asOfUs } = selection;
  const span = after ? spanBehind(selection.span, direction, after.lastUs) : selection.span;
  let anchorUs = after?.lastUs;
  if (anchorUs === undefined && direction === 'ASC') {
    anchorUs = span.fromUs ?? (await store.oldest(selection));
    if (anchorUs === undefined) return [];
  }
  anchorUs ??= Math.min(span.toUs ?? asOfUs, asOfUs);
  const found: Activity[] = [];
  for (const window of windowsOf(span, direction, anchorUs)) {
    found.push(...(await listWindow(store, selection, window, limit - found.length)));
    if (found.length >= limit) break;
  }
  return found;
}

/** More than are wanted are looked at, as some turn out to stand elsewhere. */
const spare = 50;
const rounds = 2;

/** Groups whose newest trace lies in the window. */
async function listWindow(
  store: ActivityStore,
  selection: ActivitySelection,
  window: Span,
  limit: number,
): Promise<Activity[]> {
  if (isLast(selection, window)) return store.candidates(selection, window, limit);
  const found: Activity[] = [];
  let rest = selection;
  for (let round = 0; round < rounds; round += 1) {
    const size = limit + spare * (round + 1);
    const candidates = await store.candidates(rest, window, size);
    const last = candidates.at(-1);
    if (!last) return found;
    const elsewhere = await store.activeAfter(
      selection,
      window,
      candidates.map(({ id }) => id),
    );
    found.push(...candidates.filter(({ id }) => !elsewhere.has(id)));
    if (candidates.length < size || found.length >= limit) return found.slice(0, limit);
    rest = { ...rest, after: last };
  }
  // Most of them were active since: one statement that leaves these out.
  found.push(...(await store.candidates(rest, window, limit - found.length, true)));
  return found;
}

/** Whether nothing of the list is newer than the window. */
const isLast = ({ span }: ActivitySelection, window: Span): boolean => window.toUs === span.toUs;
