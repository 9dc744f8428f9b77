import { splitBatchBody } from '@runlight/run-model';
import type { WireOperation } from '@runlight/run-model';
import { AppError } from '@runlight/service';
import { limits } from '../limits.ts';
import type { Taken } from '../routes/route.ts';

/** The runs of a batch body. Throws for a body that is not one. */
export function readBatchBody(body: Buffer): Taken {
  const split = splitBatchBody(body, { maxOperations: limits.operations });
  if ('problem' in split) throw new AppError(problemCodes[split.problem], split.reason);
  return { operations: split.operations, rejections: [], bodyBytes: body.length };
}

const problemCodes = {
  malformed: 'BAD_USER_INPUT',
  invalid: 'UNPROCESSABLE',
  too_many: 'PAYLOAD_TOO_LARGE',
} as const;

/** One run as the whole body. */
export function readRunBody(
  body: Buffer,
  { kind, idHint }: { kind: 'create' | 'update'; idHint?: string },
): Taken {
  const operation: WireOperation = { kind, part: 'run', main: body, parts: [] };
  if (idHint !== undefined) operation.idHint = idHint;
  return { operations: [operation], rejections: [], bodyBytes: body.length };
}
