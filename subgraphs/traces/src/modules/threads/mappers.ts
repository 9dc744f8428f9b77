import type { ConnectionMapper } from '../runs/mappers.ts';

export interface ThreadMapper {
  workspaceId: string;
  projectId: string;
  threadId: string;
}

export type ThreadConnectionMapper = ConnectionMapper<ThreadMapper>;
