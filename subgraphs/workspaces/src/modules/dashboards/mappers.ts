import type { Chart } from '../../__generated__/resolvers.ts';

/** Instants are microseconds since 1970. */
export interface DashboardMapper {
  uuid: string;
  workspaceId: string;
  /** Null is for all projects. */
  projectId: string | null;
  name: string;
  description: string | null;
  isPrebuilt: boolean;
  charts: Chart[];
  /** Null for built-in ones. */
  createdAt: number | null;
  updatedAt: number | null;
}
