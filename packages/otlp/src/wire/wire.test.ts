import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { isAppError } from '@runlight/service';
import * as fc from 'fast-check';
import protobuf from 'protobufjs';
import { readSpans } from '../read-spans.ts';
import type { OtlpSpan } from '../span.ts';
import { openTraceRequest, readLogs } from './request.ts';
import type { OtlpEncoding } from './request.ts';
import { encodeResponse, encodeStatus } from './response.ts';

// The messages of opentelemetry/proto by the library's own, generated codec: what our decoder reads
// is compared with what that one writes.
const proto = protobuf.parse(`
  syntax = "proto3";
  message Request { repeated ResourceSpans resourceSpans = 1; }
  message ResourceSpans { Resource resource = 1; repeated ScopeSpans scopeSpans = 2; string schemaUrl = 3; }
  message Resource { repeated KeyValue attributes = 1; uint32 droppedAttributesCount = 2; }
  message ScopeSpans { Scope scope = 1; repeated Span spans = 2; string schemaUrl = 3; }
  message Scope { string name = 1; string version = 2; }
  message Span {
    bytes traceId = 1; bytes spanId = 2; string traceState = 3; bytes parentSpanId = 4; string name = 5;
    int32 kind = 6; fixed64 startTimeUnixNano = 7; fixed64 endTimeUnixNano = 8;
    repeated KeyValue attributes = 9; uint32 droppedAttributesCount = 10; repeated Event events = 11;
    uint32 droppedEventsCount = 12; repeated Link links = 13; uint32 droppedLinksCount = 14;
    Status status = 15; fixed32 flags = 16;
  }
  message Event { fixed64 timeUnixNano = 1; string name = 2; repeated KeyValue attributes = 3; }
  message Link { bytes traceId = 1; bytes spanId = 2; string traceState = 3; repeated KeyValue attributes = 4; }
  message Status { string message = 2; int32 code = 3; }
  message KeyValue { string key = 1; AnyValue value = 2; }
  message AnyValue { oneof value { string stringValue = 1; bool boolValue = 2; int64 intValue = 3;
    double doubleValue = 4; ArrayValue arrayValue = 5; KvList kvlistValue = 6; bytes bytesValue = 7; } }
  message ArrayValue { repeated AnyValue values = 1; }
  message KvList { repeated KeyValue values = 1; }
  message Response { Partial partialSuccess = 1; }
  message Partial { int64 rejectedSpans = 1; string errorMessage = 2; }
  message RpcStatus { int32 code = 1; string message = 2; repeated Any details = 3; }
  message Any { string typeUrl = 1; bytes value = 2; }
  message RetryInfo { Duration retryDelay = 1; }
  message Duration { int64 seconds = 1; int32 nanos = 2; }
`).root;
const Request = proto.lookupType('Request');

const samples = join(import.meta.dirname, '..', '..', 'test', 'fixtures');
const files = readdirSync(samples).filter((name) => name.endsWith('.json'));
const bodyOf = (name: string): Buffer => readFileSync(join(samples, name));

type Json = Record<string, unknown>;

/** A JSON request as protobuf, ids in bytes. */
function toProtobuf(body: Buffer): Buffer {
  const request = JSON.parse(body.toString(), (key, value: unknown) =>
    key.endsWith('Id') && typeof value === 'string' ? Buffer.from(value, 'hex') : value,
  ) as Json;
  return Buffer.from(Request.encode(Request.fromObject(request)).finish());
}

const spansOf = (body: Buffer, encoding: OtlpEncoding): OtlpSpan[] =>
  [...openTraceRequest(body, encoding).lots(Infinity)].flatMap(({ spans, rejected }) => {
    assert.deepEqual(rejected, []);
    return spans;
  });

describe('protobuf and JSON say the same', () => {
  for (const name of files) {
    test(name, () => {
      const body = bodyOf(name);
      assert.deepEqual(spansOf(toProtobuf(body), 'protobuf'), spansOf(body, 'json'));
    });
  }

  const attribute = (value: object) => {
    const span = {
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      spanId: '00f067aa0ba902b7',
      startTimeUnixNano: '18000000000000000000',
      attributes: [{ key: 'a', value }],
    };
    const request = { resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] };
    const body = Buffer.from(JSON.stringify(request));
    const [fromJson] = spansOf(body, 'json');
    const [fromProto] = spansOf(toProtobuf(body), 'protobuf');
    assert.deepEqual(fromProto, fromJson);
    return fromProto!;
  };

  test('64-bit integers are exact', () => {
    const read = (intValue: string) => attribute({ intValue }).attributes['a'];
    assert.equal(read('9007199254740991'), 9007199254740991);
    assert.equal(read('9223372036854775807'), '9223372036854775807');
    assert.equal(read('-9223372036854775808'), '-9223372036854775808');
    assert.equal(read('-5'), -5);
    assert.equal(attribute({ boolValue: true }).startNano, 18000000000000000000n);
  });

  test('nested lists and objects', () => {
    const inner = { kvlistValue: { values: [{ key: '__proto__', value: { boolValue: false } }] } };
    const value = {
      arrayValue: { values: [{ stringValue: 'ü 🙂' }, { doubleValue: 0.5 }, inner] },
    };
    assert.equal(
      JSON.stringify(attribute(value).attributes),
      '{"a":["ü 🙂",0.5,{"__proto__":false}]}',
    );
  });
});

test('a body is worked off in lots', () => {
  const body = toProtobuf(bodyOf('smolagents-openinference.json'));
  const request = openTraceRequest(body, 'protobuf');
  const lots = [...request.lots(10_000)];
  assert.ok(lots.length > 3);
  assert.equal(lots.flatMap(({ spans }) => spans).length, request.spanCount);
  for (const { sizeBytes, spans } of lots) assert.ok(sizeBytes <= 10_000 || spans.length === 1);
});

test('too many spans are refused before they are decoded', () => {
  const empty = (count: number) => {
    const spans = Buffer.from(Array.from({ length: count }, () => [0x12, 0]).flat());
    const wrap = (tag: number, inner: Buffer) =>
      Buffer.concat([
        Buffer.from([tag]),
        Buffer.from(protobuf.Writer.create().uint32(inner.length).finish()),
        inner,
      ]);
    return wrap(0x0a, wrap(0x12, spans));
  };
  const isTooLarge = (error: unknown) => isAppError(error) && error.code === 'PAYLOAD_TOO_LARGE';
  assert.throws(() => openTraceRequest(empty(50_000), 'protobuf'), isTooLarge);
  const json = `{"resourceSpans":[{"scopeSpans":[{"spans":[${'{},'.repeat(50_000)}{}]}]}]}`;
  assert.throws(() => openTraceRequest(Buffer.from(json), 'json'), isTooLarge);
});

test('a span of nothing but brackets is refused before it is parsed', () => {
  const spans = `{"attributes":[${'[],'.repeat(3_000_000)}[]]}`;
  const body = Buffer.from(`{"resourceSpans":[{"scopeSpans":[{"spans":[${spans}]}]}]}`);
  const [lot] = [...openTraceRequest(body, 'json').lots(Infinity)];
  assert.match(lot!.rejected[0]!.reason, /too many/);
});

test('an embedding of a hundred texts is read whole', () => {
  const values = Array.from({ length: 1536 }, (_, index) => ({ doubleValue: index + 0.5 }));
  const attributes = Array.from({ length: 100 }, (_, index) => ({
    key: `embedding.embeddings.${index}.embedding.vector`,
    value: { arrayValue: { values } },
  }));
  const span = {
    traceId: 'a'.repeat(32),
    spanId: 'b'.repeat(16),
    startTimeUnixNano: '1',
    attributes: [
      { key: 'openinference.span.kind', value: { stringValue: 'EMBEDDING' } },
      ...attributes,
    ],
  };
  const request = { resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] };
  const body = Buffer.from(JSON.stringify(request));
  for (const [bytes, encoding] of [
    [body, 'json'],
    [toProtobuf(body), 'protobuf'],
  ] as const) {
    const [run] = readSpans(spansOf(bytes, encoding));
    assert.deepEqual(run!.payloads.outputs, { embeddings: 100, dimensions: 1536 });
  }
});

describe('whatever the bytes are (I33)', () => {
  /** Reads all that can be read; only AppErrors may come out. */
  function readAll(body: Buffer, encoding: OtlpEncoding): void {
    try {
      const request = openTraceRequest(body, encoding);
      for (const { spans } of request.lots(64 * 1024)) {
        for (const { main, payloads } of readSpans(spans, { logs: request.logs })) {
          JSON.stringify([main, payloads]);
        }
      }
      readLogs(body, encoding);
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }

  for (const encoding of ['protobuf', 'json'] as const) {
    test(`random bytes as ${encoding}`, () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
          readAll(Buffer.from(bytes), encoding);
        }),
        { numRuns: 1000 },
      );
    });

    const corpus = files
      .map(bodyOf)
      .filter(({ length }) => length < 9000)
      .map((body) => (encoding === 'json' ? body : toProtobuf(body)));

    test(`samples as ${encoding} with bytes changed, cut out, put in, or cut off`, () => {
      fc.assert(
        fc.property(
          fc.nat(corpus.length - 1),
          fc.array(
            fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(3), fc.nat(255)),
            {
              minLength: 1,
              maxLength: 8,
            },
          ),
          (pick, changes) => {
            let body: Buffer = Buffer.from(corpus[pick]!);
            for (const [where, kind, byte] of changes) body = change(body, where, kind, byte);
            readAll(body, encoding);
          },
        ),
        { numRuns: 1000 },
      );
    });
  }

  function change(body: Buffer, where: number, kind: number, byte: number): Buffer {
    const at = Math.floor(where * body.length);
    if (kind === 0) body[at] = byte;
    if (kind === 1) return Buffer.concat([body.subarray(0, at), body.subarray(at + 1 + byte)]);
    if (kind === 2)
      return Buffer.concat([body.subarray(0, at), Buffer.from([byte]), body.subarray(at)]);
    return kind === 3 ? body.subarray(0, at + 1) : body;
  }

  test('any values under the keys that are read', () => {
    const keys = [
      'gen_ai.input.messages',
      'gen_ai.prompt',
      'gen_ai.completion.0.content',
      'llm.input_messages.0.message.contents.0.message_content.image',
      'ai.response.toolCalls',
      'ai.prompt',
      'ai.response.providerMetadata',
      'langsmith.attachments',
      'langsmith.usage_metadata',
      'langfuse.observation.completion_start_time',
      'gcp.vertex.agent.llm_request',
      'genkit:output',
      'retrieval.documents.0.document',
      'events',
      'lk.llm_metrics',
      'model_request_parameters',
      'haystack.component.output',
      'gen_ai.tool.definitions',
      'gen_ai.response.time_to_first_chunk',
    ];
    const anyJson = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), anyJson, { maxKeys: 6 }),
        fc.string(),
        (values, name) => {
          const attributes = Object.entries(values).map(([key, stringValue]) => ({
            key,
            value: { stringValue },
          }));
          const span = {
            traceId: 'a'.repeat(32),
            spanId: 'b'.repeat(16),
            startTimeUnixNano: '1',
            name,
            attributes,
          };
          const request = { resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] };
          readAll(Buffer.from(JSON.stringify(request)), 'json');
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('protobuf that nests groups, or a million lists, does not overflow the stack', () => {
    readAll(Buffer.alloc(1_000_000, 0x0b), 'protobuf');
    readAll(Buffer.from('['.repeat(5_000_000)), 'json');
    readAll(Buffer.from('{"resourceSpans":'.repeat(100_000)), 'json');
  });
});

describe('answers', () => {
  test('partial success, protobuf and JSON', () => {
    const partial = { rejectedCount: 3, message: 'why' };
    const Response = proto.lookupType('Response');
    const decoded = Response.toObject(
      Response.decode(encodeResponse('protobuf', 'spans', partial)),
      {
        longs: Number,
      },
    );
    assert.deepEqual(decoded, { partialSuccess: { rejectedSpans: 3, errorMessage: 'why' } });
    assert.equal(encodeResponse('protobuf', 'spans', undefined).length, 0);
    assert.equal(
      encodeResponse('json', 'spans', partial).toString(),
      '{"partialSuccess":{"rejectedSpans":"3","errorMessage":"why"}}',
    );
    assert.equal(encodeResponse('json', 'spans', undefined).toString(), '{}');
  });

  test('google.rpc.Status with RetryInfo', () => {
    const Status = proto.lookupType('RpcStatus');
    const bytes = encodeStatus('protobuf', { code: 14, message: 'busy', retryAfterSeconds: 7 });
    const status = Status.toObject(Status.decode(bytes)) as {
      code: number;
      message: string;
      details: { typeUrl: string; value: Buffer }[];
    };
    assert.deepEqual([status.code, status.message], [14, 'busy']);
    assert.equal(status.details[0]!.typeUrl, 'type.googleapis.com/google.rpc.RetryInfo');
    const RetryInfo = proto.lookupType('RetryInfo');
    const info = RetryInfo.toObject(RetryInfo.decode(status.details[0]!.value), { longs: Number });
    assert.deepEqual(info, { retryDelay: { seconds: 7 } });
  });
});
