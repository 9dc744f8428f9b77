export interface ProjectMapper {
  uuid: string;
  workspaceId: string;
  name: string;
  description: string | null;
  /** Microseconds since 1970. */
  createdAt: number;
}
