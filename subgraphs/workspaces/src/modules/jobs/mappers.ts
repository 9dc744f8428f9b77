import type { JobTable } from '@runlight/postgres';

/** All instants are microseconds since 1970. */
export interface JobMapper {
  uuid: string;
  workspaceId: string;
  kind: JobTable['kind'];
  state: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  input: Record<string, unknown>;
  progress: Record<string, unknown>;
  result: Record<string, unknown> | null;
  error: string | null;
  /** `user <uuid>`, `apiKey <uuid>` or `system`. */
  creator: string;
  isCancelRequested: boolean;
  createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
}
