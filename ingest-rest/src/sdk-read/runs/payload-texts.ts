import { restoreMedia } from '@runlight/objects';
import type { ObjectStore } from '@runlight/objects';
import type { GraphCaller } from '../graph-client.ts';
import { RawJson } from '../json-text.ts';
import type { GraphPayload, GraphRun, PayloadName } from './graph-run.ts';
import { payloadNames } from './graph-run.ts';

/** Of payloads and media in one answer; what is beyond is left out, and the reader asks run by run. */
const maxAnswerBytes = 64 * 1024 * 1024;

export interface PayloadTextsOptions {
  graph: Pick<GraphCaller, 'download'>;
  objects: Pick<ObjectStore, 'get'>;
  /** Whose media may be put back; undefined puts none back. */
  workspaceId: string | undefined;
}

/**
 * The payload fields of the runs as JSON text, exactly as they were sent: large ones read whole, media put
 * back where ingest had lifted them out.
 */
export async function readPayloadTexts(
  runs: readonly GraphRun[],
  { graph, objects, workspaceId }: PayloadTextsOptions,
): Promise<(run: GraphRun, name: PayloadName) => RawJson | null> {
  let bytesLeft = maxAnswerBytes;
  const texts = new Map<GraphPayload, RawJson | null>();

  async function read(payload: GraphPayload): Promise<string | null> {
    const { text, isTruncated, url } = payload;
    const whole = isTruncated && url ? await graph.download(url) : text;
    if (whole === undefined || whole === null || whole.length > bytesLeft) return null;
    bytesLeft -= whole.length;
    if (workspaceId === undefined) return whole;
    const restored = await restoreMedia(whole, { objects, workspaceId, maxBytes: bytesLeft });
    bytesLeft -= restored.length - whole.length;
    return restored;
  }

  // One after the other: each may be megabytes.
  for (const run of runs) {
    for (const name of payloadNames) {
      const payload = run[name];
      if (!payload) continue;
      const text = await read(payload);
      texts.set(payload, text === null ? null : new RawJson(text));
    }
  }
  return (run, name) => texts.get(run[name]!) ?? null;
}
