import type { OtlpSpan } from '../span.ts';
import { SpanProblem } from './limits.ts';

const traceIdPattern = /^[\da-f]{32}$/;
const spanIdPattern = /^[\da-f]{16}$/;
const onlyZeros = /^0*$/;

/** Throws SpanProblem for ids that name nothing and times that cannot be; hex ids only. */
export function requireIdentity(span: OtlpSpan): void {
  if (!traceIdPattern.test(span.traceId)) throw new SpanProblem('the trace id is not 16 bytes');
  if (onlyZeros.test(span.traceId)) throw new SpanProblem('the trace id is all zeros');
  if (!spanIdPattern.test(span.spanId)) throw new SpanProblem('the span id is not 8 bytes');
  if (onlyZeros.test(span.spanId)) throw new SpanProblem('the span id is all zeros');
  if (onlyZeros.test(span.parentSpanId)) span.parentSpanId = '';
  if (span.parentSpanId !== '' && !spanIdPattern.test(span.parentSpanId)) {
    throw new SpanProblem('the parent span id is not 8 bytes');
  }
  if (span.startNano === 0n) throw new SpanProblem('it has no start time');
  if (span.endNano !== 0n && span.endNano < span.startNano) {
    throw new SpanProblem('it ends before it starts');
  }
}
