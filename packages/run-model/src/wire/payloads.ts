import { describeMediaReferences, mediaReferencePrefix } from '../media-reference.ts';
import type { PayloadField, RunEnvelope, RunOperation } from '../run.ts';
import { decodeLoose, openJson, parseJson, requireShallow } from './json-text.ts';
import type { JsonText } from './json-text.ts';
import { readExtra } from './labels.ts';
import { previewText } from './preview.ts';
import {
  addWarning,
  cleanerFor,
  compactJson,
  cutMark,
  cutText,
  isObject,
  saysSomething,
} from './text.ts';
import type { Clean } from './text.ts';
import { parseTime } from './time.ts';
import { readUsage } from './usage.ts';

export const maxPreviewLength = 256;
export const maxErrorLength = 2048;
/** Enough to find the text between references to media that were lifted out. */
const describedLength = 2048;

/** A payload field as received. */
export interface ReceivedField {
  field: PayloadField;
  /** Where it stood, for the answer. */
  part: string;
  bytes: Buffer;
  /** Present when the field stood inside the run's object, which is read already. */
  inline?: OpenedField;
}

/** What is being read, for the answer if it is refused. */
export interface ReadingPlace {
  part: string;
  sample: Buffer;
}

export interface OpenedField {
  value: unknown;
  /** As they are stored. */
  bytes: Buffer;
  clean: Clean;
  /** Present when strings in `value` may be bytes read as Latin-1. */
  loose?: JsonText;
}

/** The payloads to store; what lists show of them goes into the envelope. */
export function readPayloads(
  received: ReceivedField[],
  kind: 'create' | 'update',
  envelope: RunEnvelope,
  warnings: string[],
  place: ReadingPlace,
): RunOperation['payloads'] {
  const payloads: RunOperation['payloads'] = [];
  let outputs: unknown;
  let extra: unknown;
  for (const field of received) {
    place.part = field.part;
    place.sample = field.bytes;
    const opened = field.inline ?? openPart(field, warnings);
    const { value, bytes } = opened;
    if (!isWorthStoring(field.field, value, kind)) continue;
    payloads.push({ field: field.field, bytes });
    if (field.field === 'outputs') outputs = value;
    if (field.field === 'extra') extra = value;
    describe(field.field, opened, envelope, warnings);
  }
  const metadata = isObject(extra) ? extra['metadata'] : undefined;
  const { isInconsistent, ...usage } = readUsage(outputs, metadata);
  Object.assign(envelope, usage);
  if (isInconsistent) addWarning(warnings, 'usage_does_not_add_up');
  return payloads;
}

function openPart({ field, bytes }: ReceivedField, warnings: string[]): OpenedField {
  const json = openJson(bytes, warnings);
  requireShallow(json);
  const looksAtLittle = field === 'inputs' || field === 'outputs' || field === 'events';
  const value = parseJson(json, looksAtLittle ? 'loose' : 'exact');
  const opened: OpenedField = { value, bytes: json.bytes, clean: cleanerFor(json) };
  if (looksAtLittle) opened.loose = json;
  return opened;
}

/**
 * An empty value never replaces one that says something: SDKs send `outputs: {}` with a create and
 * may send `inputs: {}` with an update. Inputs of a create and outputs of an update may be empty.
 */
function isWorthStoring(field: PayloadField, value: unknown, kind: 'create' | 'update'): boolean {
  if (value === null || value === undefined) return false;
  if (field === 'error') return value !== '';
  const mayBeEmpty = field === (kind === 'create' ? 'inputs' : 'outputs');
  return mayBeEmpty || saysSomething(value);
}

function describe(
  field: PayloadField,
  opened: OpenedField,
  envelope: RunEnvelope,
  warnings: string[],
): void {
  const { value, bytes, clean } = opened;
  switch (field) {
    case 'inputs':
      envelope.inputsPreview = preview(opened, field);
      envelope.inputsBytes = bytes.length;
      break;
    case 'outputs':
      envelope.outputsPreview = preview(opened, field);
      envelope.outputsBytes = bytes.length;
      break;
    case 'error': {
      const text = typeof value === 'string' ? value : compactJson(value, maxErrorLength);
      envelope.error = clean(cutText(text, maxErrorLength));
      break;
    }
    case 'events': {
      const firstTokenTimeUs = readFirstTokenTime(value);
      if (firstTokenTimeUs !== undefined) envelope.firstTokenTimeUs = firstTokenTimeUs;
      break;
    }
    case 'extra':
      Object.assign(envelope, readExtra(value, clean, warnings));
      break;
    case 'serialized':
      break;
    default:
      field satisfies never;
  }
}

function preview({ value, clean, loose }: OpenedField, side: 'inputs' | 'outputs'): string {
  const text = previewText(value, side);
  const exact = loose ? decodeLoose(loose, text, maxPreviewLength + 1) : text;
  const beginning = exact.trimStart().slice(0, describedLength);
  return clean(cutText(withoutReferences(beginning), maxPreviewLength));
}

/** References to media in words; one that is cut off at the end is left out. */
function withoutReferences(text: string): string {
  // One that begins later would be cut off with the rest.
  if (!text.slice(0, maxPreviewLength).includes(mediaReferencePrefix)) return text;
  const described = describeMediaReferences(text);
  const cut = described.lastIndexOf(mediaReferencePrefix);
  return cut === -1 ? described : described.slice(0, cut) + cutMark;
}

/** Time of the first `new_token` event; events are content, so that odd ones are passed over. */
function readFirstTokenTime(events: unknown): number | undefined {
  if (!Array.isArray(events)) return undefined;
  for (const event of events as unknown[]) {
    if (!isObject(event) || event['name'] !== 'new_token') continue;
    const us = parseTime(event['time']);
    if (us !== undefined) return us;
  }
  return undefined;
}
