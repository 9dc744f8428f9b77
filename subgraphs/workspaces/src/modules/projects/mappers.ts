export interface ProjectMapper {
  uuid: string;
  workspaceId: string;
  name: string;
  description: string | null;
  /** Microseconds since 1970, as are the other times. */
  createdAt: number;
  startedAt: number;
  endedAt: number | null;
  extra: Record<string, unknown> | null;
  referenceDatasetUuid: string | null;
}
