/** Stable codes of the errors this product throws on purpose; they reach clients as `extensions.code`. */
export type AppErrorCode =
  | 'BAD_USER_INPUT'
  | 'BAD_CURSOR'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'UNPROCESSABLE'
  | 'UNAVAILABLE'
  | 'TIMEOUT'
  | 'INTERNAL';

export interface AppErrorOptions {
  /** Whether the same call may succeed later without a change. Retry loops look only at this. */
  retryable?: boolean;
  cause?: unknown;
  /** Seconds a client should wait, for overload answers. */
  retryAfterSeconds?: number;
}

/** An error with a message that may be shown to the caller; it never quotes what a user sent. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: AppErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retryable = options.retryable ?? (code === 'UNAVAILABLE' || code === 'TIMEOUT');
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** graphql-js copies this to the GraphQLError that wraps a thrown one. */
  get extensions(): { code: AppErrorCode } {
    return { code: this.code };
  }
}

export const notFound = (what: string): AppError => new AppError('NOT_FOUND', `${what} not found`);
export const forbidden = (permission: string): AppError =>
  new AppError('FORBIDDEN', `This needs the permission ${permission}`);
export const unauthenticated = (message = 'Sign in or send an API key'): AppError =>
  new AppError('UNAUTHENTICATED', message);
export const invalidInput = (message: string): AppError => new AppError('BAD_USER_INPUT', message);
export const unavailable = (message: string, cause?: unknown): AppError =>
  new AppError('UNAVAILABLE', message, { cause, retryAfterSeconds: 10 });

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}

/** For what cannot be; the message says what was believed. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
