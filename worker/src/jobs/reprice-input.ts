import { invalidInput, z } from '@runlight/service';
import type { JsonObject } from './job-handler.ts';

const inputSchema = z.strictObject({
  /** All of the workspace without it. */
  projectId: z.uuid().optional(),
  /** Runs that started in this time; absent: ever. */
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  dryRun: z.boolean(),
});

export interface RepriceInput {
  projectId?: string;
  fromUs: number;
  toUs: number;
  dryRun: boolean;
}

/** The input of a job as this release knows it. Throws BAD_USER_INPUT. */
export function readRepriceInput(input: JsonObject): RepriceInput {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw invalidInput('This release cannot read what is to be priced again');
  const { projectId, from, to, dryRun } = parsed.data;
  return {
    fromUs: from === undefined ? 0 : Date.parse(from) * 1000,
    toUs: to === undefined ? latestUs : Date.parse(to) * 1000,
    dryRun,
    ...(projectId === undefined ? {} : { projectId }),
  };
}

/** The end of the year 2200: no run begins later. */
const latestUs = Date.UTC(2201) * 1000;
