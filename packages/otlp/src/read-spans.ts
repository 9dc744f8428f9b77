import { placementOf, runIdOfSpan, uuidOfTrace } from './identity.ts';
import { createSpanReader } from './mapping/resolve.ts';
import type { SpanOperation } from './operation.ts';
import { draftOf, operationOf, withSystem } from './run.ts';
import type { Draft } from './run.ts';
import { emptyObject, newSpan } from './span.ts';
import type { OtlpEvent, OtlpLog, OtlpSpan, SpanOrigin } from './span.ts';
import { isObject } from './convert/values.ts';

export interface ReadSpansOptions {
  /** Project of spans that name none. */
  project?: string | undefined;
  /** Log records that may tell more of the spans. */
  logs?: OtlpLog[];
}

/** The runs of spans that came together, in their order. Pure; never throws for what was sent. */
export function readSpans(spans: OtlpSpan[], options: ReadSpansOptions = {}): SpanOperation[] {
  const logs = logsBySpan(options.logs ?? []);
  const drafts = spans.map((span) => {
    const place = `${span.traceId}:${span.spanId}`;
    const told = logs.get(place);
    // Once: a request may repeat one span twenty thousand times.
    logs.delete(place);
    const whole = told ? { ...span, events: [...span.events, ...told.map(eventOfLog)] } : span;
    return draftOf(whole, createSpanReader(whole));
  });
  countOnce(drafts);
  const placement = placementOf(drafts, options.project);
  return drafts.map((draft) => operationOf(draft, placement));
}

/**
 * A call that two instrumentations saw, or one saw twice, has a span within a span with the same
 * counts. Only one of them keeps its usage: the one with messages, else the inner one.
 */
function countOnce(drafts: Draft[]): void {
  const bySpan = new Map(
    drafts.map((draft) => [`${draft.span.traceId}:${draft.span.spanId}`, draft]),
  );
  for (const draft of drafts) {
    const parent = bySpan.get(`${draft.span.traceId}:${draft.span.parentSpanId}`);
    if (!parent || !isSameCall(draft, parent)) continue;
    const loser = parent.hasMessages && !draft.hasMessages ? draft : parent;
    loser.ownsUsage = false;
  }
}

function isSameCall(draft: Draft, parent: Draft): boolean {
  const isBothCalls = draft.reader.runType === 'llm' && parent.reader.runType === 'llm';
  if (!isBothCalls || !draft.ownsUsage || !parent.ownsUsage) return false;
  const [inner, outer] = [draft.usage, parent.usage];
  if (!inner || !outer || inner.output_tokens === undefined) return false;
  return inner.input_tokens === outer.input_tokens && inner.output_tokens === outer.output_tokens;
}

/** Messages that came as log records, without their span: updates of runs that may come later. */
export function readLogUpdates(logs: OtlpLog[]): SpanOperation[] {
  const operations: SpanOperation[] = [];
  for (const list of logsBySpan(logs).values()) {
    const { traceId, spanId } = list[0]!;
    const span: OtlpSpan = {
      ...newSpan(unknownOrigin),
      traceId,
      spanId,
      events: list.map(eventOfLog),
    };
    const reader = createSpanReader(span);
    const inputs = withSystem(reader.first('inputs'), reader.first('system'));
    const outputs = reader.first('outputs');
    if (inputs === undefined && outputs === undefined) continue;
    operations.push({
      kind: 'update',
      spanId,
      runId: runIdOfSpan(spanId),
      main: { id: runIdOfSpan(spanId), trace_id: uuidOfTrace(traceId) },
      payloads: {
        ...(inputs !== undefined && { inputs }),
        ...(outputs !== undefined && { outputs }),
      },
      attachments: [],
    });
  }
  return operations;
}

const unknownOrigin: SpanOrigin = { resource: emptyObject(), scope: { name: '', version: '' } };

function logsBySpan(logs: OtlpLog[]): Map<string, OtlpLog[]> {
  const bySpan = new Map<string, OtlpLog[]>();
  for (const log of logs) {
    const key = `${log.traceId}:${log.spanId}`;
    const list = bySpan.get(key);
    if (list) list.push(log);
    else bySpan.set(key, [log]);
  }
  return bySpan;
}

/** The fields of an event stand in the body of a log record, or in its attributes. */
function eventOfLog({ eventName, timeNano, attributes, body }: OtlpLog): OtlpEvent {
  const fields = emptyObject();
  for (const source of [attributes, body]) {
    if (!isObject(source)) continue;
    for (const [key, value] of Object.entries(source)) fields[key] = value;
  }
  return { name: eventName, timeNano, attributes: fields };
}
