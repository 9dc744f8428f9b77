import type { Principal } from '@runlight/auth';
import type { Mistake } from '../../user-error.ts';
import type { JobMapper } from './mappers.ts';
import { maxOpenJobs } from './store.ts';
import type { JobStore, NewJob } from './store.ts';

/** Who did something, as the database keeps it. */
export const creatorOf = ({ kind, id }: Principal): string => `${kind} ${id}`;

/** The answer of a mutation that starts a job. */
export async function startJob(
  store: JobStore,
  principal: Principal,
  job: Omit<NewJob, 'creator'>,
): Promise<{ job?: JobMapper; userErrors: (Omit<Mistake, 'path'> & { path: string[] | null })[] }> {
  const created = await store.createJob(principal.workspaceId, {
    ...job,
    creator: creatorOf(principal),
  });
  if (created) return { job: created, userErrors: [] };
  const message = `A workspace has at most ${maxOpenJobs} open jobs; wait until some have ended`;
  return { userErrors: [{ code: 'CONFLICT', message, path: null }] };
}
