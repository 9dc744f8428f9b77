import type { UserErrorCode } from './__generated__/resolvers.ts';

/** A mistake the caller can correct, in the form of a payload's `userErrors`. */
export interface Mistake {
  code: UserErrorCode;
  message: string;
  /** The input field. */
  path: string[];
}

export const invalid = (field: string, message: string): Mistake => ({
  code: 'INVALID',
  message,
  path: [field],
});
