/** Why an operation was refused; decides the status when nothing of a request was accepted. */
export type RefusalCode = 'malformed_json' | 'invalid' | 'too_large' | 'unknown_part';

/** One operation, or one part of a request, that is not stored. */
export interface Rejection {
  /** Canonical id of the run, when it could be read. */
  runId?: string;
  /** Name of the multipart part, or place in the body. */
  part?: string;
  code: RefusalCode;
  /** A sentence for the sender; never quotes what was sent. */
  reason: string;
  /** What was refused, for the people of its workspace; a view on the request's bytes. */
  sample?: Uint8Array;
}

/** Ends the reading of one operation; its neighbours go on. Never leaves this package. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, reason: string) {
    super(reason);
    this.name = 'Refusal';
    this.code = code;
  }
}

export const invalid = (reason: string): Refusal => new Refusal('invalid', reason);
