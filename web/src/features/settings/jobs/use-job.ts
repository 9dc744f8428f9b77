import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { hasEnded } from './job-facts.ts';
import { jobQuery } from './job-documents.ts';

const pollMs = 700;

/** A job as it goes on, until it has ended. Nothing without an id. */
export function useJob(id: string | undefined) {
  const [endedId, setEndedId] = useState<string>();
  const { data, error } = useQuery(jobQuery, {
    variables: { id: id ?? '' },
    skip: id === undefined,
    fetchPolicy: 'network-only',
    pollInterval: id === undefined || endedId === id ? 0 : pollMs,
  });
  const job = data?.job?.id === undefined ? undefined : data.job;
  if (job && id !== undefined && hasEnded(job.state) && endedId !== id) setEndedId(id);
  return { job, error };
}
