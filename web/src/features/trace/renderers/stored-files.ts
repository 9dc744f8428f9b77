import { createContext, useContext } from 'react';

/** A file in the object store, with a link that works for minutes. */
export interface StoredFile {
  mimeType: string;
  sizeBytes: number;
  url: string;
}

export interface StoredFiles {
  bySha256: ReadonlyMap<string, StoredFile>;
  /** Loads the run again, as its links are over. */
  renew: () => void;
}

const StoredFilesContext = createContext<StoredFiles>({
  bySha256: new Map(),
  renew: () => undefined,
});

/** The files of the run that is shown; renderers deep inside find theirs here. */
export const StoredFilesProvider = StoredFilesContext.Provider;

export function useStoredFiles(): StoredFiles {
  return useContext(StoredFilesContext);
}

export type FileKind = 'image' | 'audio' | 'video' | 'other';

const drawn = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** How a file is shown. The server decides by the bytes whether they may be; SVG never may. */
export function fileKind(mimeType: string): FileKind {
  const type = mimeType.split(';')[0]!.trim().toLowerCase();
  if (drawn.has(type)) return 'image';
  const family = type.split('/')[0];
  return family === 'audio' || family === 'video' ? family : 'other';
}
