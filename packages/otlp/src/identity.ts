import { asText } from './convert/values.ts';
import type { Draft } from './run.ts';
import type { OtlpSpan } from './span.ts';

/** What the spans of a lot know of each other, and what the request says. */
export interface Placement {
  /** Project of spans that name none. */
  project: string | undefined;
  /** Projects by trace, as its root in the lot names it, else another span: a trace is in one project. */
  projects: Map<string, ProjectFields>;
  /** Run ids by span, where they are not made of the span id. */
  runIds: Map<string, string>;
  /** Trace ids of LangSmith by OpenTelemetry's. */
  traceIds: Map<string, string>;
}

export type ProjectFields = { session_name: string } | { session_id: string };

export interface SpanIdentity {
  runId: string;
  fields: Record<string, unknown>;
  isPending: boolean;
}

/** A span's id as a run's: padded with zeros on the left, as LangSmith does. */
export const runIdOfSpan = (spanId: string): string =>
  `00000000-0000-0000-${spanId.slice(0, 4)}-${spanId.slice(4)}`;

/** The 16 bytes of a trace id as a UUID. */
export const uuidOfTrace = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  );

/** A span that stands for another one, which has only begun (Logfire). */
function pendingMarker(span: OtlpSpan): { spanId: string; parentSpanId: string } | undefined {
  if (span.attributes['logfire.span_type'] !== 'pending_span' || span.parentSpanId === '') {
    return undefined;
  }
  const parent = asText(span.attributes['logfire.pending_parent_id']) ?? '';
  const isRoot = !/^[\da-f]{16}$/.test(parent) || /^0+$/.test(parent);
  return { spanId: span.parentSpanId, parentSpanId: isRoot ? '' : parent };
}

export function identityOf({ span, reader }: Draft, placement: Placement): SpanIdentity {
  const marker = pendingMarker(span);
  const { spanId, parentSpanId } = marker ?? span;
  const ofSpan = (id: string) => placement.runIds.get(`${span.traceId}:${id}`) ?? runIdOfSpan(id);
  const runId = marker ? ofSpan(spanId) : (reader.first('run_id') ?? ofSpan(spanId));
  const order = reader.first('dotted_order');
  const traceId =
    reader.first('trace_id') ?? placement.traceIds.get(span.traceId) ?? uuidOfTrace(span.traceId);
  const parentOfSpan = reader.first('parent_span_id') ?? parentSpanId;
  const written = reader.first('parent_run_id');
  const isRoot = reader.first('is_root') === true || (written === undefined && parentOfSpan === '');
  const fields: Record<string, unknown> = { id: runId, ...projectOf(span, reader, placement) };
  if (order === undefined) {
    fields['trace_id'] = traceId;
    fields['parent_run_id'] = isRoot ? null : (written ?? ofSpan(parentOfSpan));
  } else fields['dotted_order'] = order;
  return { runId, fields, isPending: marker !== undefined || span.endNano === 0n };
}

/** The project that a span itself names. */
export function ownProject(reader: Draft['reader']): ProjectFields | undefined {
  const id = reader.first('project_id');
  if (id !== undefined) return { session_id: id };
  const name = reader.first('project');
  return name === undefined ? undefined : { session_name: name };
}

function projectOf(
  span: OtlpSpan,
  reader: Draft['reader'],
  { project, projects }: Placement,
): ProjectFields | undefined {
  const named = projects.get(span.traceId);
  if (named) return named;
  const name = project ?? reader.first('fallback_project');
  return name === undefined ? undefined : { session_name: name };
}

/** What the spans of a lot say about ids and projects, for those that do not. */
export function placementOf(drafts: Draft[], project: string | undefined): Placement {
  const placement: Placement = {
    project,
    projects: new Map(),
    runIds: new Map(),
    traceIds: new Map(),
  };
  for (const { span, reader } of drafts) {
    const runId = reader.first('run_id');
    if (runId !== undefined) placement.runIds.set(`${span.traceId}:${span.spanId}`, runId);
    const traceId = reader.first('trace_id');
    if (traceId !== undefined) placement.traceIds.set(span.traceId, traceId);
    const named = ownProject(reader);
    const isFirst = !placement.projects.has(span.traceId);
    if (named && (isFirst || span.parentSpanId === '')) placement.projects.set(span.traceId, named);
  }
  return placement;
}
