import type { PayloadField, RunEnvelope, RunOperation } from '../run.ts';
import { decodeLoose, openJson, parseJson, requireShallow } from './json-text.ts';
import type { JsonText } from './json-text.ts';
import { readExtra } from './labels.ts';
import { previewText } from './preview.ts';
import { cleanText, compactJson, cutText, isObject, saysSomething } from './text.ts';
import { parseTime } from './time.ts';
import { readUsage } from './usage.ts';

export const maxPreviewLength = 256;
export const maxErrorLength = 2048;

/** A payload field as received. */
export interface ReceivedField {
  field: PayloadField;
  /** Where it stood, for the answer. */
  part: string;
  bytes: Buffer;
  /** Present when the field stood inside the run's object, which is parsed already. */
  inline?: { value: unknown };
}

/** The payloads to store; what lists show of them goes into the envelope. */
export function readPayloads(
  received: ReceivedField[],
  kind: 'create' | 'update',
  envelope: RunEnvelope,
  warnings: Set<string>,
  place: { part: string },
): RunOperation['payloads'] {
  const payloads: RunOperation['payloads'] = [];
  let outputs: unknown;
  let extra: unknown;
  for (const { field, part, bytes, inline } of received) {
    place.part = part;
    const { value, json } = inline ? { value: inline.value } : parsePart(bytes, field, warnings);
    if (!isWorthStoring(field, value, kind)) continue;
    const stored = json?.bytes ?? bytes;
    payloads.push({ field, bytes: stored });
    if (field === 'outputs') outputs = value;
    if (field === 'extra') extra = value;
    describe(field, value, stored.length, json, envelope, warnings);
  }
  const metadata = isObject(extra) ? extra['metadata'] : undefined;
  const { usage, costUsd } = readUsage(outputs, metadata);
  if (usage) envelope.usage = usage;
  if (costUsd) envelope.costUsd = costUsd;
  return payloads;
}

function parsePart(
  bytes: Buffer,
  field: PayloadField,
  warnings: Set<string>,
): { value: unknown; json: JsonText } {
  const json = openJson(bytes);
  for (const warning of json.warnings) warnings.add(warning);
  requireShallow(json);
  const looksAtLittle = field === 'inputs' || field === 'outputs' || field === 'events';
  return { value: parseJson(json, looksAtLittle ? 'loose' : 'exact'), json };
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
  value: unknown,
  sizeBytes: number,
  json: JsonText | undefined,
  envelope: RunEnvelope,
  warnings: Set<string>,
): void {
  switch (field) {
    case 'inputs':
      envelope.inputsPreview = preview(value, field, json);
      envelope.inputsBytes = sizeBytes;
      break;
    case 'outputs':
      envelope.outputsPreview = preview(value, field, json);
      envelope.outputsBytes = sizeBytes;
      break;
    case 'error': {
      const text = typeof value === 'string' ? value : compactJson(value, maxErrorLength);
      envelope.error = cleanText(cutText(text, maxErrorLength));
      break;
    }
    case 'events': {
      const firstTokenTimeUs = readFirstTokenTime(value);
      if (firstTokenTimeUs !== undefined) envelope.firstTokenTimeUs = firstTokenTimeUs;
      break;
    }
    case 'extra':
      Object.assign(envelope, readExtra(value, warnings));
      break;
    case 'serialized':
      break;
    default:
      field satisfies never;
  }
}

function preview(value: unknown, side: 'inputs' | 'outputs', json: JsonText | undefined): string {
  const text = previewText(value, side);
  const exact = json ? decodeLoose(json, text, maxPreviewLength + 1) : text;
  return cleanText(cutText(exact.trimStart(), maxPreviewLength));
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
