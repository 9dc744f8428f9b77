/** Which rows are ticked, by key; `all`: also those that are not loaded. */
export interface Ticks {
  keys: ReadonlySet<string>;
  isAllMatching: boolean;
  /** Where a range by shift begins. */
  anchor: string | undefined;
}

export const noTicks: Ticks = { keys: new Set(), isAllMatching: false, anchor: undefined };

/** Ticks or unticks one row; with `isRange` all rows between the last one and it. */
export function withTick(
  ticks: Ticks,
  order: readonly string[],
  key: string,
  isRange: boolean,
): Ticks {
  const keys = new Set(ticks.keys);
  const isOn = !keys.has(key);
  const from = isRange && ticks.anchor !== undefined ? order.indexOf(ticks.anchor) : -1;
  const to = order.indexOf(key);
  const touched =
    from < 0 || to < 0 ? [key] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const one of touched) {
    if (isOn) keys.add(one);
    else keys.delete(one);
  }
  return { keys, isAllMatching: false, anchor: key };
}

/** All loaded rows, or none when all of them are ticked already. */
export function withAllTicked(ticks: Ticks, order: readonly string[]): Ticks {
  const areAll = order.length > 0 && order.every((key) => ticks.keys.has(key));
  return areAll ? noTicks : { keys: new Set(order), isAllMatching: false, anchor: undefined };
}
