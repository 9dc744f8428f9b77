import { AppError } from '@runlight/service';
import type { AppErrorCode } from '@runlight/service';

export interface GraphUserError {
  code: 'INVALID' | 'CONFLICT' | 'NOT_FOUND' | (string & {});
  message: string;
}

const codes: Record<string, AppErrorCode> = { CONFLICT: 'CONFLICT', NOT_FOUND: 'NOT_FOUND' };

/** Throws the first of a mutation's user errors as what an HTTP client would see. */
export function requireNoMistake(errors: readonly GraphUserError[]): void {
  const [first] = errors;
  if (first) throw new AppError(codes[first.code] ?? 'BAD_USER_INPUT', first.message);
}
