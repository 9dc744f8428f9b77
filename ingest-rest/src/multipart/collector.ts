import { AppError } from '@runlight/service';
import { payloadFields } from '@runlight/run-model';
import type { PayloadField, Rejection, WireOperation } from '@runlight/run-model';
import { limits } from '../limits.ts';
import type { MultipartPart } from './splitter.ts';

/** What the parts of a request say, before any of it is read. */
export interface CollectedParts {
  operations: WireOperation[];
  rejections: Rejection[];
  /** Runs that came with attachments, which are not stored yet; ids as written. */
  runsWithAttachments: Set<string>;
}

export interface PartCollector {
  add: (part: MultipartPart) => void;
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
  const rejections: Rejection[] = [];
  const runsWithAttachments = new Set<string>();

  function draftOf(key: string, startsOperation: boolean): Draft {
    const known = newest.get(key);
    if (known && !(startsOperation && known.main)) return known;
    if (drafts.length >= limits.operations) {
      throw new AppError(
        'PAYLOAD_TOO_LARGE',
        `The request has more than ${limits.operations} operations`,
      );
    }
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
    const field = fieldByName.get(name.slice(fieldAt + 1));
    if (field === undefined) return false;
    const draft = isOfLast ? last! : draftOf(name.slice(0, fieldAt), false);
    draft.parts.push({ field, part: name, bytes });
    return true;
  }

  return {
    add(part) {
      const { name } = part;
      if (name.startsWith('post.') || name.startsWith('patch.')) {
        if (addToOperation(part)) return;
      } else if (name.startsWith('attachment.')) {
        const runId = name.split('.', 2)[1] ?? '';
        runsWithAttachments.add(runId);
        rejections.push(notSupported(name, 'attachments are not stored yet; the run is'));
        return;
      } else if (name.startsWith('feedback.')) {
        rejections.push(notSupported(name, 'feedback is not stored yet'));
        return;
      }
      rejections.push({
        part: name.slice(0, 200),
        code: 'unknown_part',
        reason: 'a part of this name is not known',
      });
    },
    finish() {
      const operations: WireOperation[] = [];
      for (const draft of drafts) {
        if (draft.main) operations.push(draft as WireOperation);
        else rejections.push(...draft.parts.map(withoutRun));
      }
      return { operations, rejections, runsWithAttachments };
    },
  };
}

const dot = 0x2e;
const fieldByName = new Map<string, PayloadField>(payloadFields.map((field) => [field, field]));

const notSupported = (name: string, reason: string): Rejection => ({
  part: name.slice(0, 200),
  code: 'not_supported',
  reason,
});

const withoutRun = ({ part }: { part: string }): Rejection => ({
  part: part.slice(0, 200),
  code: 'invalid',
  reason: 'the run that this field belongs to is not in the request',
});
