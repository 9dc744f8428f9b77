import type { ConnectionMapper } from '../runs/mappers.ts';
import type { Span } from '../runs/time-windows.ts';

export interface ProjectUserMapper {
  projectId: string;
  userId: string;
  /** Of the list. */
  span: Span;
}

export type ProjectUserConnectionMapper = ConnectionMapper<ProjectUserMapper>;
