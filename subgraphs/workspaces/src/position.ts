import { decodeCursor } from '@runlight/graphql';
import { parseUuid } from '@runlight/run-model';
import { AppError } from '@runlight/service';

/** A row's place in a list that is sorted by an instant, newest first, and then by its id. */
export interface Position {
  /** Microseconds since 1970. */
  atUs: number;
  uuid: string;
}

/** The place that a cursor of a list with these arguments names. Throws BAD_CURSOR. */
export function readPosition(cursor: string, hash: string): Position {
  const [atUs, id] = decodeCursor(cursor, hash).keys;
  const uuid = parseUuid(id);
  if (typeof atUs !== 'number' || !Number.isSafeInteger(atUs) || uuid === undefined) {
    throw new AppError('BAD_CURSOR', 'The cursor does not belong to this list');
  }
  return { atUs, uuid };
}
