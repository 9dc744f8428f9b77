import type { KeyboardEvent } from 'react';
import { isTyping } from '../../lib/keyboard.ts';

interface GridKeys<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  activeKey: string | undefined;
  pageRows: number;
  onActivate: (row: Row) => void;
  onOpen: (row: Row) => void;
  onTick: ((key: string, isRange: boolean) => void) | undefined;
  scrollTo: (index: number) => void;
}

/** `j`, `k`, arrows, pages move the active row; Enter opens it, `x` ticks it, shift takes a range. */
export function useGridKeys<Row>(keys: GridKeys<Row>) {
  const { rows, keyOf } = keys;
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target) && !isTick(event.target)) return;
    const index = rows.findIndex((row) => keyOf(row) === keys.activeKey);
    const active = rows[index];
    // Buttons in the head have an Enter of their own.
    const isOnGrid = event.target === event.currentTarget;
    if (event.key === 'Enter' && active && isOnGrid) {
      event.preventDefault();
      return keys.onOpen(active);
    }
    if ((event.key === 'x' || event.key === 'X') && active && keys.onTick) {
      event.preventDefault();
      return keys.onTick(keyOf(active), event.shiftKey);
    }
    const step = stepOf(event.key, rows.length, keys.pageRows);
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, index + step));
    const row = rows[next];
    if (!row) return;
    keys.onActivate(row);
    if (event.shiftKey && keys.onTick && event.key.startsWith('Arrow')) {
      keys.onTick(keyOf(row), true);
    }
    keys.scrollTo(next);
  };
}

function stepOf(key: string, rowCount: number, pageRows: number): number | undefined {
  const steps: Record<string, number> = {
    j: 1,
    ArrowDown: 1,
    k: -1,
    ArrowUp: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
    Home: -rowCount,
    End: rowCount,
  };
  return Object.hasOwn(steps, key) ? steps[key] : undefined;
}

function isTick(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox';
}
