import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isAppError } from '@runlight/service';
import { readSpans } from './read-spans.ts';
import { otlpLimits } from './wire/limits.ts';
import { openTraceRequest, readLogs } from './wire/request.ts';

// Small bodies that would become large, or take long (issue 3: memory stays bounded).

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');
const traceId = hex(1, 32);

const spanOf = (index: number, attributes: unknown[] = []) => ({
  traceId,
  spanId: hex(index + 1, 16),
  name: 's',
  startTimeUnixNano: '1763000000000000000',
  endTimeUnixNano: '1763000001000000000',
  attributes,
});
type SpanJson = ReturnType<typeof spanOf>;

const text = (key: string, value: string) => ({ key, value: { stringValue: value } });

function open(spans: SpanJson[], { resource = [] as unknown[], more = {} } = {}) {
  const group = { resource: { attributes: resource }, scopeSpans: [{ spans }] };
  return openTraceRequest(Buffer.from(JSON.stringify({ resourceSpans: [group], ...more })), 'json');
}

const spansOf = (count: number) => Array.from({ length: count }, (_, index) => spanOf(index));

const logsOf = (logRecords: unknown[]) => ({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });

const payloadsOf = (request: ReturnType<typeof open>) =>
  [...request.lots(Infinity)].flatMap(({ spans }) =>
    readSpans(spans, { logs: request.logs }).map(({ payloads }) => payloads),
  );

describe('what spans share is written into each of them', () => {
  test('a lot counts it for each span', () => {
    const request = open(spansOf(40), { resource: [text('host.name', 'x'.repeat(10_000))] });
    const lots = [...request.lots(100_000)];
    assert.ok(lots.every(({ spans }) => spans.length < 10));
    assert.equal(lots.flatMap(({ spans }) => spans).length, 40);
  });

  test('a large one for many spans is refused, for few it is not', () => {
    const resource = [text('host.name', 'x'.repeat(1 << 20))];
    const isTooLarge = (error: unknown) => isAppError(error) && error.code === 'PAYLOAD_TOO_LARGE';
    assert.throws(() => open(spansOf(40), { resource }), isTooLarge);
    assert.equal(open(spansOf(20), { resource }).spanCount, 20);
  });
});

test('a lot has a thousand spans at most, however small they are', () => {
  const lots = [...open(spansOf(otlpLimits.spansPerLot + 1)).lots(Infinity)];
  assert.deepEqual(
    lots.map(({ spans }) => spans.length),
    [otlpLimits.spansPerLot, 1],
  );
});

test('log records tell of one span once, however often it is repeated', () => {
  const record = { traceId, spanId: hex(1, 16), eventName: 'told' };
  const more = logsOf(Array.from({ length: 50 }, () => record));
  const payloads = payloadsOf(open(Array(50).fill(spanOf(0)) as SpanJson[], { more }));
  const events = payloads.map(({ extra }) => (extra as { otel: { events?: [] } }).otel.events);
  assert.deepEqual(
    events.map((list) => list?.length ?? 0),
    [50, ...Array<number>(49).fill(0)],
  );
});

describe('values of a request', () => {
  const attributes = Array.from({ length: otlpLimits.valuesPerSpan }, () => ({ key: '' }));

  test('a span at the limit is read, one beyond is refused', () => {
    const [lot] = open([spanOf(0, attributes), spanOf(1, [...attributes, { key: 'x' }])]).lots(
      Infinity,
    );
    assert.equal(lot!.spans.length, 1);
    assert.deepEqual(lot!.rejected, [
      { spanId: '', reason: 'it has too many attributes, events and links' },
    ]);
  });

  test('when many spans together are beyond it, those that came first are read', () => {
    const atLimit = otlpLimits.valuesPerRequest / otlpLimits.valuesPerSpan;
    const spans = Array.from({ length: atLimit + 1 }, (_, index) => spanOf(index, attributes));
    const [lot] = open(spans).lots(Infinity);
    assert.equal(lot!.spans.length, atLimit);
    assert.match(lot!.rejected[0]!.reason, /^the request has too many attributes/);
  });

  test('log records together', () => {
    const record = { traceId, spanId: hex(1, 16), attributes };
    const body = Buffer.from(JSON.stringify(logsOf([record, record, record, spanOf(1)])));
    assert.equal(readLogs(body, 'json').length, 3);
  });

  test('log records of many bytes are refused', () => {
    const record = { traceId, spanId: hex(1, 16), body: { stringValue: 'x'.repeat(1 << 20) } };
    const body = Buffer.from(JSON.stringify(logsOf(Array.from({ length: 32 }, () => record))));
    assert.throws(() => readLogs(body, 'json'), /The log records are larger than/);
  });
});

describe('what takes long for its size', () => {
  test('a key of a million dots', () => {
    const key = 'a.'.repeat(1_000_000);
    const [payloads] = payloadsOf(open([spanOf(0, [text(key, 'x')])]));
    assert.deepEqual((payloads!.extra as { otel: { attributes: object } }).otel.attributes, {
      __proto__: null,
      [key]: 'x',
    });
  });

  test('JSON of too many values within an attribute stays text', () => {
    const written = `[${'{},'.repeat(300_000)}{}]`;
    const attributes = [text('input.value', written), text('openinference.span.kind', 'CHAIN')];
    const [payloads] = payloadsOf(open([spanOf(0, attributes)]));
    assert.deepEqual(payloads!.inputs, { input: written });
  });

  test('a hundred thousand system messages beside as many instructions', () => {
    const instructions = Array.from({ length: 50_000 }, (_, index) => `i${index}`);
    const messages = Array.from({ length: 50_000 }, (_, index) => ({
      role: 'system',
      content: `m${index}`,
    }));
    const attributes = [
      text('gen_ai.operation.name', 'chat'),
      text('gen_ai.system_instructions', JSON.stringify(instructions)),
      text('gen_ai.input.messages', JSON.stringify(messages)),
    ];
    const [payloads] = payloadsOf(open([spanOf(0, attributes)]));
    assert.equal((payloads!.inputs as { messages: unknown[] }).messages.length, 100_000);
  });
});
