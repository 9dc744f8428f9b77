import { graph } from '@runlight/testkit/graph-request';
import type { BenchStack } from '../stack.ts';

/** What is there to ask for. */
export interface Sample {
  projectId: string;
  projectUuid: string;
  workspaceUuid: string;
  /** Runs from all over the time that is stored. */
  runs: { id: string; traceId: string }[];
  users: string[];
  threads: string[];
}

const project = 'bench';

export async function sampleStore(stack: BenchStack): Promise<Sample> {
  const runs = await stack.query<{ id: string; trace_id: string; thread_id: string; user: string }>(
    `SELECT id, trace_id, thread_id, metadata['user'] AS user FROM runs FINAL
     WHERE is_root = 1 ORDER BY sipHash64(id) LIMIT 500`,
  );
  const { data } = await graph<{
    project: { id: string; uuid: string; workspace: { uuid: string } };
  }>(stack, 'query ($name: String!) { project(name: $name) { id uuid workspace { uuid } } }', {
    name: project,
  });
  return {
    projectId: data.project.id,
    projectUuid: data.project.uuid,
    workspaceUuid: data.project.workspace.uuid,
    runs: runs.map(({ id, trace_id }) => ({ id, traceId: trace_id })),
    users: [...new Set(runs.map(({ user }) => user).filter(Boolean))],
    threads: [...new Set(runs.map(({ thread_id }) => thread_id).filter(Boolean))],
  };
}
