import type { Complete, RequestContext } from '@runlight/graphql';
import { blobKey } from '@runlight/objects';
import { findMediaReferences } from '@runlight/run-model';
import type { PayloadField } from '@runlight/run-model';
import type {
  Attachment,
  Media,
  PayloadField as GraphPayloadField,
  PayloadResolvers,
  RunResolvers,
} from '../../__generated__/resolvers.ts';
import { parsePayload } from '../runs/payload.ts';
import type { Reads } from '../runs/reads.ts';
import { attachmentFileName, mediaFileName, payloadFileName } from './file-names.ts';
import type { Files } from './files.ts';
import type { PayloadMapper } from './mappers.ts';
import { readSlice } from './payload-slice.ts';
import { wholeText } from './whole-text.ts';

const maxMedia = 200;

type FileFields = Required<
  Pick<RunResolvers, 'attachments' | 'media' | 'payload' | 'payloadSlice'>
>;

/** Fields of `Run` that lead into the object store. */
export function createFileFields(readsOf: (context: RequestContext) => Reads): FileFields {
  return {
    attachments: ({ attachments }, _, context) =>
      Object.entries(attachments).flatMap(([name, { blobKey: key, mimeType, sizeBytes }]) => {
        const url = readsOf(context).files.link({
          key,
          mimeType,
          name: attachmentFileName(name, mimeType),
        });
        return url === undefined
          ? []
          : ([{ name, mimeType, sizeBytes, url }] satisfies Attachment[]);
      }),

    payload: async (run, { field }, context) => {
      const { load, files } = readsOf(context);
      const name = payloadFieldOf(field);
      const payload = await load.payload.load({ run: run.key, field: name });
      if (!payload) return null;
      const { blobKey: key } = payload;
      const url =
        key &&
        files.link({ key, mimeType: 'application/json', name: payloadFileName(run.key, name) });
      return { name, payload, url: url ?? null };
    },

    payloadSlice: async (run, { field, ...range }, context) => {
      const slice = await readSlice(readsOf(context), run.key, payloadFieldOf(field), range);
      return slice ? { field, ...slice, isLast: slice.endByte >= slice.sizeBytes } : null;
    },

    media: async (run, { fields, searchLarge }, context) => {
      const reads = readsOf(context);
      const texts = await Promise.all(
        [...new Set(fields)].map(async (field) => {
          const key = { run: run.key, field: payloadFieldOf(field) };
          const payload = await reads.load.payload.load(key);
          const whole = payload && searchLarge ? await wholeText(reads.load, payload) : undefined;
          return whole ?? payload?.content;
        }),
      );
      return mediaOf(texts, reads.files);
    },
  };
}

export const Payload: Complete<PayloadResolvers, PayloadMapper> = {
  field: ({ name }) => name.toUpperCase() as GraphPayloadField,
  sizeBytes: ({ payload }) => payload.sizeBytes,
  isTruncated: ({ payload }) => payload.blobKey !== undefined,
  json: ({ payload }) => (payload.blobKey === undefined ? parsePayload(payload.content) : null),
  text: ({ payload }) => (payload.blobKey === undefined ? payload.content : null),
  head: ({ payload }) => (payload.blobKey === undefined ? null : payload.content),
};

function mediaOf(texts: readonly (string | undefined)[], files: Files): Media[] {
  const found = new Map<string, Media>();
  for (const text of texts) {
    for (const reference of findMediaReferences(text ?? '')) {
      if (found.size >= maxMedia) return [...found.values()];
      const { sha256, mimeType, sizeBytes } = reference;
      if (found.has(sha256)) continue;
      const url = files.link({
        key: blobKey(files.workspaceId, sha256),
        mimeType,
        name: mediaFileName(reference),
      });
      if (url !== undefined) found.set(sha256, { sha256, mimeType, sizeBytes, url });
    }
  }
  return [...found.values()];
}

const payloadFieldOf = (field: GraphPayloadField): PayloadField =>
  field.toLowerCase() as PayloadField;
