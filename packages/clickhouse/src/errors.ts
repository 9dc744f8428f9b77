import { ClickHouseError } from '@clickhouse/client';
import { AppError } from '@runlight/service';

/**
 * What went wrong, as the caller must act on it:
 * `infrastructure` – the same call may succeed later; `memory` – a smaller one may succeed;
 * `data` – the rows themselves are refused; `query` – the statement is wrong (our bug);
 * `aborted` – the caller's signal ended it.
 */
export type StoreFailure = 'infrastructure' | 'memory' | 'data' | 'query' | 'aborted';

export class StoreError extends AppError {
  readonly failure: StoreFailure;
  /** ClickHouse's error name such as `TOO_MANY_PARTS`, or the code of a socket error. */
  readonly reason: string;

  constructor(failure: StoreFailure, reason: string, cause: unknown) {
    super(appCode[failure](reason), message[failure], { cause, retryable: retryable[failure] });
    this.name = 'StoreError';
    this.failure = failure;
    this.reason = reason;
  }
}

const appCode = {
  infrastructure: (reason: string) =>
    /TIMEOUT|TOO_SLOW/.test(reason) ? ('TIMEOUT' as const) : ('UNAVAILABLE' as const),
  memory: () => 'UNAVAILABLE' as const,
  data: () => 'UNPROCESSABLE' as const,
  query: () => 'INTERNAL' as const,
  aborted: () => 'TIMEOUT' as const,
};

const message: Record<StoreFailure, string> = {
  infrastructure: 'The trace store does not answer',
  memory: 'The trace store ran out of memory for this call',
  data: 'The trace store refuses the rows',
  query: 'The trace store refuses the query',
  aborted: 'The call to the trace store was cancelled',
};

const retryable: Record<StoreFailure, boolean> = {
  infrastructure: true,
  memory: true,
  data: false,
  query: false,
  aborted: false,
};

// Only what surely speaks about the rows counts as data: anything unknown is retried, because an
// outage must never end in the dead letters (D11).
const dataErrors = new Set([
  'CANNOT_PARSE_TEXT',
  'CANNOT_PARSE_ESCAPE_SEQUENCE',
  'CANNOT_PARSE_QUOTED_STRING',
  'CANNOT_PARSE_INPUT_ASSERTION_FAILED',
  'CANNOT_READ_ALL_DATA',
  'CANNOT_PARSE_DATE',
  'CANNOT_PARSE_DATETIME',
  'CANNOT_PARSE_NUMBER',
  'CANNOT_PARSE_UUID',
  'TYPE_MISMATCH',
  'ARGUMENT_OUT_OF_BOUND',
  'CANNOT_CONVERT_TYPE',
  'INCORRECT_DATA',
  'TOO_LARGE_STRING_SIZE',
  'TOO_LARGE_ARRAY_SIZE',
  'SIZES_OF_ARRAYS_DONT_MATCH',
  'VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE',
  'CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN',
  'VIOLATED_CONSTRAINT',
  'DECIMAL_OVERFLOW',
  'INVALID_PARTITION_VALUE',
]);

const queryErrors = new Set([
  'SYNTAX_ERROR',
  'UNKNOWN_IDENTIFIER',
  'UNKNOWN_FUNCTION',
  'NUMBER_OF_ARGUMENTS_DOESNT_MATCH',
  'ILLEGAL_TYPE_OF_ARGUMENT',
  'UNKNOWN_SETTING',
  'BAD_ARGUMENTS',
  'NOT_IMPLEMENTED',
  'NO_COMMON_TYPE',
  'BAD_QUERY_PARAMETER',
  'UNKNOWN_QUERY_PARAMETER',
  'AMBIGUOUS_COLUMN_NAME',
  'ILLEGAL_COLUMN',
]);

function failureOf(reason: string): StoreFailure {
  if (reason === 'MEMORY_LIMIT_EXCEEDED' || reason === 'CANNOT_ALLOCATE_MEMORY') return 'memory';
  if (dataErrors.has(reason)) return 'data';
  return queryErrors.has(reason) ? 'query' : 'infrastructure';
}

/** The one place where errors of the driver become ours. */
export function translateError(error: unknown, signal?: AbortSignal): StoreError {
  if (error instanceof StoreError) return error;
  if (signal?.aborted) return new StoreError('aborted', 'ABORTED', error);
  if (error instanceof ClickHouseError) {
    const reason = error.type ?? `CODE_${error.code}`;
    const failure = failureOf(reason);
    // The server quotes values it cannot read; those may be what a user sent.
    return new StoreError(failure, reason, failure === 'data' ? undefined : error);
  }
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const timedOut = error instanceof Error && error.message.startsWith('Timeout');
  return new StoreError('infrastructure', timedOut ? 'TIMEOUT' : (code ?? 'CONNECTION'), error);
}
