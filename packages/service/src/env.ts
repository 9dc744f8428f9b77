import { z } from 'zod';

export { z };

/** Raised with every problem of the environment at once, so that a deployment is fixed in one go. */
export class EnvError extends Error {
  constructor(problems: string[]) {
    super(`The environment is not valid:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'EnvError';
  }
}

/** Reads variables through a schema; an empty string counts as absent. Throws EnvError. */
export function readEnv<S extends z.ZodType>(
  schema: S,
  source: Record<string, string | undefined> = process.env,
): z.output<S> {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  throw new EnvError(
    result.error.issues.map(
      (issue) => `${issue.path.join('.') || 'environment'}: ${issue.message}`,
    ),
  );
}

/** A TCP port; 0 asks the system for a free one. */
export const portVar = z.coerce.number().int().min(0).max(65_535);
export const urlVar = z.url();
/** `true`, `1`, `yes`, `on` and their opposites. */
export const flagVar = z.stringbool();
