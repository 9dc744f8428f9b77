import type { Source } from '../read-values.ts';
import { readRunSelection } from './run-selection.ts';
import type { RunSelection } from './run-selection.ts';

export const maxModernPage = 1000;

/**
 * The selection of a body, of the last day unless it says otherwise or names runs or a trace. That day is
 * the graph's own default, which its cursors hold fast for all pages.
 */
export function readModern(body: Source): RunSelection {
  const selected = readRunSelection(body, 'modern');
  const isOpen =
    selected.ids.length === 0 && selected.traceUuid === undefined && !hasTimes(selected);
  return isOpen ? { ...selected, timeRange: undefined } : selected;
}

const hasTimes = ({ timeRange }: RunSelection): boolean =>
  timeRange?.from !== undefined || timeRange?.to !== undefined;
