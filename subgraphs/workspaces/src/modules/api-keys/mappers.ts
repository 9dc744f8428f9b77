import type { ApiKeyScope } from '@runlight/auth';

/** All instants are microseconds since 1970. */
export interface ApiKeyMapper {
  uuid: string;
  workspaceId: string;
  name: string;
  displayPrefix: string;
  keyScope: ApiKeyScope;
  mayDelete: boolean;
  createdById: string | null;
  createdAt: number;
  lastUsedAt: number | null;
  expiresAt: number | null;
  revokedAt: number | null;
}
