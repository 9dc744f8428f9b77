import type { Loaders } from '../runs/loaders.ts';
import type { StoredPayload } from '../runs/run-store.ts';

/** All of a payload's JSON text; undefined when it is too large to be read here. Throws UNAVAILABLE. */
export async function wholeText(
  load: Pick<Loaders, 'largePayload'>,
  { content, sizeBytes, blobKey }: StoredPayload,
): Promise<string | undefined> {
  return blobKey === undefined ? content : load.largePayload.load({ key: blobKey, sizeBytes });
}
