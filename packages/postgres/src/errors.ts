import { AppError, unavailable } from '@runlight/service';
import { DatabaseError } from 'pg';

/**
 * What Postgres said, without the values it quotes: messages of class 22 and 23 and the `detail`
 * field repeat what a user sent, and causes reach the log.
 */
export class PostgresError extends Error {
  readonly sqlState: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;

  constructor({ code, message, constraint, table, column }: DatabaseError) {
    const sqlState = code ?? 'XX000';
    super(/^2[23]/.test(sqlState) ? `SQLSTATE ${sqlState}` : message);
    this.name = 'PostgresError';
    this.sqlState = sqlState;
    this.constraint = constraint;
    this.table = table;
    this.column = column;
  }
}

/** Whether the statement broke a unique rule; with a name, that one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const cause = error instanceof AppError ? error.cause : error;
  return (
    cause instanceof PostgresError &&
    cause.sqlState === '23505' &&
    (constraint === undefined || cause.constraint === constraint)
  );
}

/** No connection could be had, for whatever reason: all of them may heal without a change here. */
export function translateConnectError(error: unknown): AppError {
  const cause = error instanceof DatabaseError ? new PostgresError(error) : error;
  return unavailable('The database cannot be reached', cause);
}

/** Turns an error of the driver into one of ours; anything else is returned as it is. */
export function translateQueryError(error: unknown): unknown {
  if (error instanceof DatabaseError) return translateSqlError(new PostgresError(error));
  // Mistakes in our own code, such as a parameter that cannot be written.
  if (error instanceof TypeError || error instanceof RangeError) return error;
  // The driver's other errors have no class: the connection was lost, or gave no answer in time.
  if (error instanceof Error) return unavailable('The connection to the database was lost', error);
  return error;
}

// https://www.postgresql.org/docs/18/errcodes-appendix.html
function translateSqlError(cause: PostgresError): AppError {
  const { sqlState } = cause;
  if (sqlState === '57014' || sqlState === '55P03' || sqlState === '25P03') {
    return new AppError('TIMEOUT', 'The database took too long', { cause });
  }
  if (sqlState === '40001' || sqlState === '40P01') {
    return new AppError('CONFLICT', 'Two changes met; try again', { cause, retryable: true });
  }
  if (/^(08|25006|28|53|57P|58|XX)/.test(sqlState)) {
    return unavailable('The database is not available', cause);
  }
  if (sqlState === '23505') return new AppError('CONFLICT', 'This exists already', { cause });
  if (/^2[23]/.test(sqlState)) {
    return new AppError('UNPROCESSABLE', 'The database refused a value', { cause });
  }
  return new AppError('INTERNAL', 'A database statement failed', { cause });
}
