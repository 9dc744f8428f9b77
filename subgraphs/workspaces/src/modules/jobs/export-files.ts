import { isKeyOf } from '@runlight/objects';
import type { FileLinks } from '@runlight/objects';
import type { JobMapper } from './mappers.ts';

export interface ExportFileMapper {
  name: string;
  sizeBytes: number;
  runCount: number | null;
  sha256: string;
  url: string;
}

interface StoredFile {
  name: string;
  key: string;
  sizeBytes: number;
  runs?: number;
  sha256: string;
}

/** Files of a finished export, with links; the worker empties the list when it deletes them. */
export function exportFilesOf(job: JobMapper, links: FileLinks | undefined): ExportFileMapper[] {
  if (job.kind !== 'EXPORT' || !links) return [];
  const files = (job.result?.['files'] ?? []) as StoredFile[];
  return files
    .filter(({ key }) => isKeyOf(job.workspaceId, key))
    .map(({ name, key, sizeBytes, runs, sha256 }) => ({
      name,
      sizeBytes,
      runCount: runs ?? null,
      sha256,
      url: links.sign({ key, mimeType: 'application/octet-stream', name }),
    }));
}
