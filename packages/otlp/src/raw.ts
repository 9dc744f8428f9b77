import { parsed } from './convert/values.ts';
import { emptyObject } from './span.ts';
import type { Attributes, OtlpSpan } from './span.ts';

/** The span as it was sent. */
export function rawOf(span: OtlpSpan): Record<string, unknown> {
  const { traceId, spanId, parentSpanId, name, kind, status, resource, scope } = span;
  const unwrapped: string[] = [];
  const raw: Record<string, unknown> = {
    trace_id: traceId,
    span_id: spanId,
    parent_span_id: parentSpanId,
    name,
    kind,
    status,
    attributes: withMediaInSight(span.attributes, unwrapped),
    resource,
    scope,
  };
  if (span.events.length > 0) {
    raw['events'] = span.events.map((event) => ({
      name: event.name,
      time_unix_nano: String(event.timeNano),
      attributes: withMediaInSight(event.attributes, unwrapped),
    }));
  }
  if (span.links.length > 0) {
    raw['links'] = span.links.map((link) => ({
      trace_id: link.traceId,
      span_id: link.spanId,
      attributes: link.attributes,
    }));
  }
  if (unwrapped.length > 0) raw['unwrapped'] = unwrapped;
  return raw;
}

/** Base64 of media that is worth storing once; as in the rest of the system. */
const media = /[A-Za-z0-9+/]{4096}/;
const shortest = 4096;

/**
 * JSON with media in it stands as what it says, not as text: ingest finds media only in whole strings,
 * and an image that is part of every turn of a chat would otherwise be stored with each of them.
 */
function withMediaInSight(attributes: Attributes, unwrapped: string[]): Attributes {
  let result = attributes;
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value !== 'string' || value.length < shortest || !/^\s*[[{]/.test(value)) continue;
    const inner = media.test(value) ? parsed(value) : value;
    if (inner === value) continue;
    if (result === attributes) result = Object.assign(emptyObject(), attributes);
    result[key] = inner;
    unwrapped.push(key);
  }
  return result;
}
