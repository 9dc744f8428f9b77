import { asNumber, asText } from './convert/values.ts';
import type { OtlpSpan } from './span.ts';

/** Logfire's number for an error. */
const errorLevel = 17;

/**
 * The text of a span's error; undefined when it has none. A recorded exception counts unless the span
 * is said to be ok: not every instrumentation sets the status beside it.
 */
export function errorOf(span: OtlpSpan, written: string | undefined): string | undefined {
  const { code, message } = span.status;
  const exception = span.events.findLast(({ name }) => name === 'exception')?.attributes;
  const level = asNumber(span.attributes['logfire.level_num']) ?? 0;
  const hasFailed =
    code === 2 ||
    (code !== 1 && (exception !== undefined || level >= errorLevel || written !== undefined));
  if (!hasFailed) return undefined;
  const type = asText(exception?.['exception.type']);
  const text = asText(exception?.['exception.message']);
  const head =
    [type, text].filter((part) => part !== undefined).join(': ') ||
    asText(message) ||
    written ||
    asText(span.attributes['error.type']) ||
    'The span has the status ERROR, without a message';
  const stack = asText(exception?.['exception.stacktrace']);
  return stack === undefined || stack.trim() === head ? head : `${head}\n\n${stack}`;
}
