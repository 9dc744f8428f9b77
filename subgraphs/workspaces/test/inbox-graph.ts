import assert from 'node:assert/strict';
import type { Ask, Workspace } from './graph.ts';

export type Json = Record<string, unknown>;
export interface Page {
  nodes: Json[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  count: { value: number; precision: string };
}

/** A page of the inbox, asked by the workspace's owner. */
export async function listProblems(
  ask: Ask,
  workspace: Workspace,
  args: Json = {},
  fields = 'id code',
) {
  const { data, codes } = await ask(
    workspace.owner,
    `query ($first: Int, $after: String, $filter: IngestProblemFilter) {
      viewer { workspace { ingestProblems(first: $first, after: $after, filter: $filter) {
        nodes { ${fields} } edges { cursor } count { value precision }
        pageInfo { hasNextPage hasPreviousPage endCursor }
      } } }
    }`,
    args,
  );
  const viewer = data?.['viewer'] as unknown as { workspace: { ingestProblems: Page } } | null;
  return { page: viewer?.workspace.ingestProblems, codes };
}

/** The payload of a mutation with one input. */
export async function mutate(
  ask: Ask,
  workspace: Workspace,
  name: string,
  input: Json,
  fields: string,
) {
  const type = name[0]!.toUpperCase() + name.slice(1);
  const { data, codes } = await ask(
    workspace.owner,
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${fields} } }`,
    { input },
  );
  assert.deepEqual(codes, []);
  return data![name] as unknown as Json;
}

export const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000);
