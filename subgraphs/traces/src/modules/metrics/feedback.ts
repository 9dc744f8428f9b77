import type { FeedbackAverage } from '../../__generated__/resolvers.ts';
import { cellName } from './folding.ts';
import type { Folded } from './folding.ts';

const maxKeys = 50;

export function readAverage(raw: Record<string, unknown>): FeedbackAverage {
  const scored = Number(raw['scored']);
  return {
    key: raw['key'] as string,
    count: Number(raw['judgements']),
    average: scored === 0 ? null : Number(raw['scores']) / scored,
  };
}

/** Rows of one cell, one for each key, as one. */
export function mergeAverages(judged: (Folded & { average: FeedbackAverage })[]): Folded[] {
  return [...Map.groupBy(judged, cellName).values()].map((rows) => ({
    ...rows[0]!,
    feedback: rows.slice(0, maxKeys).map(({ average }) => average),
  }));
}

export function withFeedback(cells: Folded[], judged: Folded[]): Folded[] {
  const byCell = new Map(judged.map((cell) => [cellName(cell), cell.feedback]));
  return cells.map((cell) => ({ ...cell, feedback: byCell.get(cellName(cell)) ?? [] }));
}
