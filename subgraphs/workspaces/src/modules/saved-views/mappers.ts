import type { SavedViewKind, SavedViewVisibility } from '../../__generated__/resolvers.ts';

/** What a view holds, as the client gave it. */
export interface ViewDefinition {
  filter: unknown;
  columns: unknown;
  orderBy: unknown;
  timeRange: unknown;
}

/** Instants are microseconds since 1970. */
export interface SavedViewMapper {
  uuid: string;
  workspaceId: string;
  projectId: string;
  kind: SavedViewKind;
  name: string;
  visibility: SavedViewVisibility;
  definition: ViewDefinition;
  /** Null for people who left and for API keys. */
  ownerId: string | null;
  /** Of the person for whom it was read. */
  isDefault: boolean;
  createdAt: number;
  updatedAt: number;
}
