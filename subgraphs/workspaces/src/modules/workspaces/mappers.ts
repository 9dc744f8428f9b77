import type { Principal } from '@runlight/auth';

export type ViewerMapper = Principal;

export interface WorkspaceMapper {
  uuid: string;
  organizationId: string;
  name: string;
  /** Microseconds since 1970. */
  createdAt: number;
}

export interface OrganizationMapper {
  uuid: string;
  name: string;
}

export interface UserMapper {
  uuid: string;
  name: string;
  email: string;
}
