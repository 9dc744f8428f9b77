import { splitBatchBody } from '@runlight/run-model';
import type { WireOperation } from '@runlight/run-model';
import { AppError, invalidInput } from '@runlight/service';
import type { Submission } from '../accept.ts';
import { limits } from '../limits.ts';

type Operations = Pick<Submission, 'operations' | 'rejections'>;

/** The runs of a batch body. Throws for a body that is not one. */
export function readBatchBody(body: Buffer): Operations {
  const split = splitBatchBody(body);
  if ('problem' in split) {
    throw split.problem === 'malformed'
      ? invalidInput(split.reason)
      : new AppError('UNPROCESSABLE', split.reason);
  }
  if (split.operations.length > limits.operations) {
    throw new AppError(
      'PAYLOAD_TOO_LARGE',
      `the request has more than ${limits.operations} operations`,
    );
  }
  return { operations: split.operations, rejections: [] };
}

/** One run as the whole body. */
export function readRunBody(
  body: Buffer,
  { kind, idHint }: { kind: 'create' | 'update'; idHint?: string },
): Operations {
  const operation: WireOperation = { kind, part: 'run', main: body, parts: [] };
  if (idHint !== undefined) operation.idHint = idHint;
  return { operations: [operation], rejections: [] };
}
