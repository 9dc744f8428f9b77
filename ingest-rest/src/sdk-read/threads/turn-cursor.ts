import { AppError } from '@runlight/service';

/** Turns are numbered: a cursor of theirs says how many came before as well. */
export const nextTurns = (graphCursor: string, turnsBefore: number): string =>
  `${turnsBefore}.${graphCursor}`;

/** Throws BAD_CURSOR for what is no cursor of turns. */
export function readTurns(cursor: string | undefined): {
  after: string | undefined;
  turnsBefore: number;
} {
  if (cursor === undefined) return { after: undefined, turnsBefore: 0 };
  const dot = cursor.indexOf('.');
  const turnsBefore = Number(cursor.slice(0, dot));
  if (dot < 1 || !Number.isSafeInteger(turnsBefore) || turnsBefore < 0) {
    throw new AppError('BAD_CURSOR', 'The cursor does not belong to this list');
  }
  return { after: cursor.slice(dot + 1), turnsBefore };
}
