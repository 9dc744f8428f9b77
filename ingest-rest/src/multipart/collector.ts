import { AppError } from '@runlight/service';
import { payloadFields } from '@runlight/run-model';
import type {
  LabelPart,
  PayloadField,
  Rejection,
  WireFeedback,
  WireOperation,
} from '@runlight/run-model';
import type { WireAttachment } from '../blobs/attach-files.ts';
import { limits } from '../limits.ts';
import type { MultipartPart } from './splitter.ts';

/** What the parts of a request say, before any of it is read. */
export interface CollectedParts {
  operations: WireOperation[];
  feedback: WireFeedback[];
  attachments: WireAttachment[];
  rejections: Rejection[];
}

export interface PartCollector {
  add: (part: MultipartPart) => void;
  /** Whether there was no part at all. */
  isEmpty: () => boolean;
  finish: () => CollectedParts;
}

interface Draft extends Omit<WireOperation, 'main'> {
  main?: Buffer;
}

/**
 * Puts the parts of one request together to operations, in the order of their first parts. A run may
 * come as several operations, and a field may come before its run.
 */
export function createPartCollector(): PartCollector {
  const drafts: Draft[] = [];
  /** The newest draft of each `post.<id>` and `patch.<id>`. */
  const newest = new Map<string, Draft>();
  /** The draft of the part before: fields nearly always follow their run. */
  let last: Draft | undefined;
  const feedback: WireFeedback[] = [];
  const attachments: WireAttachment[] = [];
  const rejections: Rejection[] = [];
  let isEmpty = true;

  function requireRoom(): void {
    if (drafts.length + feedback.length < limits.operations) return;
    throw new AppError(
      'PAYLOAD_TOO_LARGE',
      `The request has more than ${limits.operations} operations`,
    );
  }

  function draftOf(key: string, startsOperation: boolean): Draft {
    const known = newest.get(key);
    if (known && !(startsOperation && known.main)) return known;
    requireRoom();
    const kind = key.startsWith('post.') ? 'create' : 'update';
    const draft: Draft = { kind, idHint: key.slice(key.indexOf('.') + 1), part: key, parts: [] };
    drafts.push(draft);
    newest.set(key, draft);
    last = draft;
    return draft;
  }

  function addToOperation({ name, bytes }: MultipartPart): boolean {
    const isOfLast =
      last !== undefined && name.charCodeAt(last.part.length) === dot && name.startsWith(last.part);
    const fieldAt = isOfLast ? last!.part.length : name.indexOf('.', name.indexOf('.') + 1);
    if (fieldAt === -1) {
      draftOf(name, true).main = bytes;
      return true;
    }
    const fieldName = name.slice(fieldAt + 1);
    const field = fieldByName.get(fieldName);
    const isLabel = fieldName === 'tags' || fieldName === 'metadata';
    if (field === undefined && !isLabel) return false;
    const draft = isOfLast ? last! : draftOf(name.slice(0, fieldAt), false);
    if (field !== undefined) draft.parts.push({ field, part: name, bytes });
    else if (isLabel) (draft.labels ??= []).push({ field: fieldName, part: name, bytes });
    return true;
  }

  function addFeedback({ name, bytes }: MultipartPart): void {
    requireRoom();
    const idHint = name.slice(feedbackPrefix.length);
    feedback.push({ kind: 'create', idHint, part: name.slice(0, 200), main: bytes });
  }

  return {
    add(part) {
      const { name } = part;
      isEmpty = false;
      if (name.startsWith('post.') || name.startsWith('patch.')) {
        if (addToOperation(part)) return;
      } else if (name.startsWith(attachmentPrefix)) {
        attachments.push(attachmentOf(part));
        return;
      } else if (name.startsWith(feedbackPrefix)) {
        addFeedback(part);
        return;
      }
      rejections.push(refuse(name, part.bytes, 'unknown_part', 'a part of this name is not known'));
    },
    isEmpty: () => isEmpty,
    finish() {
      const operations: WireOperation[] = [];
      for (const draft of drafts) {
        if (draft.main) operations.push(draft as WireOperation);
        else rejections.push(...[...draft.parts, ...(draft.labels ?? [])].map(withoutRun));
      }
      return { operations, feedback, attachments, rejections };
    },
  };
}

const attachmentPrefix = 'attachment.';
const feedbackPrefix = 'feedback.';

/** `attachment.<run>.<name>`; whatever follows the run is the name, dots included. */
function attachmentOf({ name, contentType, bytes }: MultipartPart): WireAttachment {
  const nameAt = name.indexOf('.', attachmentPrefix.length);
  const runEnd = nameAt === -1 ? name.length : nameAt;
  return {
    runId: name.slice(attachmentPrefix.length, runEnd),
    name: name.slice(runEnd + 1),
    mimeType: contentType,
    part: name,
    bytes,
  };
}

const dot = 0x2e;
const fieldByName = new Map<string, PayloadField>(payloadFields.map((field) => [field, field]));

function refuse(
  part: string,
  sample: Uint8Array,
  code: Rejection['code'],
  reason: string,
): Rejection {
  return { part: part.slice(0, 200), code, reason, sample };
}

const withoutRun = ({ part, bytes }: LabelPart | WireOperation['parts'][number]): Rejection =>
  refuse(part, bytes, 'invalid', 'the run that this field belongs to is not in the request');
