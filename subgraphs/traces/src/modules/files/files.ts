import { isKeyOf } from '@runlight/objects';
import type { FileLinks, ObjectStore } from '@runlight/objects';

/** The object store as one workspace sees it. */
export interface Files {
  workspaceId: string;
  /** Whole objects by key, in this order until `maxBytes` are reached; the others, and those that are gone, are missing. */
  read: (wanted: readonly WantedObject[], maxBytes: number) => Promise<Map<string, Buffer>>;
  /** Bytes of an object; undefined when it has gone, or for a key of another workspace. */
  readRange: (key: string, range: { start: number; end: number }) => Promise<Buffer | undefined>;
  /** A link for a caller who may see it; undefined for a key of another workspace. */
  link: (file: { key: string; mimeType: string; name: string }) => string | undefined;
}

export interface WantedObject {
  key: string;
  sizeBytes: number;
}

const readsAtATime = 4;

/** Keys come from rows of the workspace; that they lie in it is checked again here, as a link gives the bytes away. */
export function createFiles({
  objects,
  links,
  workspaceId,
}: {
  objects: ObjectStore;
  links: FileLinks;
  workspaceId: string;
}): Files {
  return {
    workspaceId,

    async read(wanted, maxBytes) {
      const found = new Map<string, Buffer>();
      const affordable = firstUpTo(
        wanted.filter(({ key }) => isKeyOf(workspaceId, key)),
        maxBytes,
      );
      for (let first = 0; first < affordable.length; first += readsAtATime) {
        await Promise.all(
          affordable.slice(first, first + readsAtATime).map(async ({ key, sizeBytes }) => {
            const bytes = await objects.get(key, { start: 0, end: sizeBytes });
            if (bytes) found.set(key, bytes);
          }),
        );
      }
      return found;
    },

    readRange: async (key, range) =>
      isKeyOf(workspaceId, key) ? objects.get(key, range) : undefined,

    link: (file) => (isKeyOf(workspaceId, file.key) ? links.sign(file) : undefined),
  };
}

function firstUpTo(wanted: readonly WantedObject[], maxBytes: number): WantedObject[] {
  let left = maxBytes;
  return wanted.filter(({ sizeBytes }) => {
    if (sizeBytes > left) return false;
    left -= sizeBytes;
    return true;
  });
}
