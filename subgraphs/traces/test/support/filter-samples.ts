import { runTypes } from '@runlight/run-model';
import type {
  EnumField,
  FeedbackSubject,
  FilterSubject,
  FreeTextField,
  PartTest,
  RunFilter,
} from '@runlight/run-model';
import * as fc from 'fast-check';

// Generated runs and filters. Few values, so that conditions often hold; odd ones, because users send
// them.

const text = fc.constantFrom(
  '',
  'a',
  'A',
  'b=c',
  'c',
  'Grüße',
  'STRASSE',
  'ΣΑΣ',
  "it's",
  'x\\ny',
  '%_',
  'tab\there',
);
const words = ['hello', 'World', 'naïve', 'x1', 'nworld'];

/** Values inside payloads; as JSON they need every kind of escape. */
const leaf = fc.oneof(
  text,
  fc.constantFrom(
    'hello World',
    'line\nhello',
    'a"b',
    '\u0001x1',
    '<x1>',
    'naïve x1',
    '10',
    '-3.5',
  ),
  fc.constantFrom(0, 1.5, -3, 10, true, null),
);
const keys = ['q', 'messages', 'role', 'a.b', 'x1'];
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('json'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
/** As our SDKs write it, as Python does with `ensure_ascii`, and as Go does. */
const payload = fc
  .tuple(json, fc.constantFrom('plain', 'ascii', 'go', 'wide'))
  .map(([value, how]) => {
    const plain = JSON.stringify(value, null, how === 'wide' ? 2 : undefined);
    if (how === 'ascii') return plain.replaceAll(/\P{ASCII}/gu, escapeUnits);
    return how === 'go' ? plain.replaceAll(/[<>&]/g, escapeUnits) : plain;
  });
const escapeUnits = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

const feedback: fc.Arbitrary<FeedbackSubject> = fc.record({
  key: fc.constantFrom('helpful', 'correct', 'Ü'),
  score: fc.option(fc.constantFrom(0, 0.5, 1), { nil: undefined }),
  value: fc.constantFrom('', '"yes"', '"Grüße"', '1', '{"a":1}'),
  comment: fc.constantFrom('', 'Fine', 'bad\nvery'),
  source: fc.constantFrom('api', 'model'),
});

export const sample = fc.record({
  name: text,
  error: text,
  model: text,
  threadId: fc.constantFrom('', 'a', 'Grüße', 'c'),
  runType: fc.constantFrom(...runTypes),
  status: fc.constantFrom('pending' as const, 'success' as const, 'error' as const),
  tags: fc.array(text, { maxLength: 3 }),
  metadata: fc.dictionary(
    fc.constantFrom('a', 'a=b', 'k', 'user_id', 'user.id', 'nested'),
    fc.oneof(text, fc.constantFrom('7', '7.5', '{"b":{"c":["x","10"]}}', '{"b":"a"}', '{broken')),
    { maxKeys: 3, noNullPrototype: true },
  ),
  /** Whether it begins a trace; else it is below the run before. */
  isRoot: fc.boolean(),
  latencyMs: fc.option(fc.constantFrom(-5, 0, 0.5, 1500, 1500.001), { nil: undefined }),
  firstTokenMs: fc.option(fc.constantFrom(-1, 0, 200), { nil: undefined }),
  usage: fc.option(
    fc.record({
      prompt: fc.constantFrom(0, 3),
      completion: fc.constantFrom(0, 4),
      total: fc.constantFrom(0, 7, 1e6),
    }),
    { nil: undefined },
  ),
  costUsd: fc.option(fc.constantFrom(0, 0.25), { nil: undefined }),
  inputs: fc.option(payload, { nil: undefined }),
  outputs: fc.option(payload, { nil: undefined }),
  feedback: fc.array(feedback, { maxLength: 2 }),
});
export type Sample = typeof sample extends fc.Arbitrary<infer T> ? T : never;

const freeFields: FreeTextField[] = [
  'name',
  'error',
  'model',
  'threadId',
  'userId',
  'tag',
  'inputText',
  'outputText',
];
const pattern = fc.constantFrom(
  '%',
  'a%',
  '%ü%',
  '_',
  '%o_%d%',
  'x\\\\ny',
  '\\%\\_',
  'a\\b',
  '',
  '%"q"%',
);
const searched = fc.oneof(
  text,
  fc.constantFrom('RÜ', 'σας', 'ß', 'ello', 'hello world', '7', 'yes'),
);
const textTest = fc.oneof(
  fc.record({ operator: fc.constantFrom('eq' as const, 'contains' as const), value: searched }),
  fc.record({ operator: fc.constant('like' as const), value: pattern }),
  fc.record({ operator: fc.constant('in' as const), values: fc.array(searched, { maxLength: 3 }) }),
  fc.record({ operator: fc.constant('exists' as const) }),
);
const number = fc.constantFrom(-5, 0, 0.25, 0.5, 1, 7, 10, 200, 1500, 1500.001, 1e6);
const order = fc.constantFrom('gt' as const, 'gte' as const, 'lt' as const, 'lte' as const);
const numberTest = fc.oneof(
  fc.record({ operator: fc.oneof(order, fc.constant('eq' as const)), value: number }),
  fc.record({ operator: fc.constant('in' as const), values: fc.array(number, { maxLength: 3 }) }),
  fc.record({ operator: fc.constant('exists' as const) }),
);
const enumTest = (field: EnumField, values: readonly string[]) =>
  fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      field: fc.constant(field),
      operator: fc.constant('eq' as const),
      value: fc.constantFrom(...values),
    }),
    fc.record({
      kind: fc.constant('text' as const),
      field: fc.constant(field),
      operator: fc.constant('in' as const),
      values: fc.array(fc.constantFrom(...values), { maxLength: 3 }),
    }),
  );

const withNegation = <T extends object>(test: fc.Arbitrary<T>) =>
  fc
    .tuple(test, fc.boolean())
    .map(([one, isNot]) => (isNot ? { ...one, isNot: true as const } : one));
const keyTest = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc
        .constantFrom(...keys, 'a', 'k', 'nested', 'nested.b', 'nested.b.c')
        .map((value) => ({ operator: 'eq' as const, value })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('q.role', 'messages.role', 'messages.a.b', 'q.q', 'user.id')
        .map((value) => ({ operator: 'eq' as const, value })),
    },
    { weight: 1, arbitrary: textTest.filter(({ operator }) => operator !== 'exists') },
  )
  .map((test): PartTest => ({ part: 'key', text: test }));
const valueTest: fc.Arbitrary<PartTest> = fc.oneof(
  withNegation(
    textTest
      .filter(({ operator }) => operator !== 'exists')
      .map((test) => ({ part: 'value' as const, text: test })),
  ),
  fc.record({
    part: fc.constant('value' as const),
    number: fc.record({ operator: order, value: number }),
  }),
);
const entryCondition = fc
  .tuple(
    fc.constantFrom('metadata' as const, 'inputs' as const, 'outputs' as const),
    fc.option(keyTest, { nil: undefined }),
    fc.array(valueTest, { maxLength: 2 }),
  )
  .map(([of, key, values]): RunFilter => ({
    kind: 'record',
    of,
    tests: key ? [key, ...values] : values,
  }));

const feedbackTest: fc.Arbitrary<PartTest> = fc.oneof(
  withNegation(
    fc.record({
      part: fc.constantFrom(
        'key' as const,
        'value' as const,
        'comment' as const,
        'source' as const,
      ),
      text: fc.oneof(
        textTest,
        fc
          .constantFrom('helpful', 'correct', 'api')
          .map((value) => ({ operator: 'eq' as const, value })),
      ),
    }),
  ),
  fc.record({ part: fc.constant('score' as const), number: numberTest }),
  fc.record({
    part: fc.constant('score' as const),
    isNot: fc.constant(true as const),
    number: numberTest.filter(({ operator }) => ['eq', 'in', 'exists'].includes(operator)),
  }),
);

export const startUs = Date.UTC(2026, 10, 1) * 1000;
const ids = Array.from(
  { length: 3 },
  (_, index) => `0000000${index + 1}-0000-4000-8000-000000000000`,
);

export const condition: fc.Arbitrary<RunFilter> = fc.oneof(
  fc.record({ kind: fc.constant('isRoot' as const), value: fc.boolean() }),
  fc
    .tuple(fc.constantFrom(...freeFields), textTest)
    .map(([field, test]): RunFilter => ({ kind: 'text', field, ...test })),
  enumTest('status', ['pending', 'success', 'error']),
  enumTest('runType', runTypes),
  fc
    .tuple(
      fc.constantFrom(
        'latencyMs' as const,
        'firstTokenMs' as const,
        'totalTokens' as const,
        'promptTokens' as const,
        'completionTokens' as const,
        'totalCostUsd' as const,
      ),
      numberTest,
    )
    .map(([field, test]): RunFilter => ({ kind: 'number', field, ...test })),
  fc
    .tuple(
      fc.constantFrom('startedAt' as const, 'endedAt' as const),
      fc.oneof(
        fc.record({
          operator: fc.oneof(order, fc.constant('eq' as const)),
          valueUs: fc.constantFrom(startUs, startUs + 40_000_000, startUs + 70_000_500),
        }),
        fc.record({ operator: fc.constant('exists' as const) }),
      ),
    )
    .map(([field, test]): RunFilter => ({ kind: 'time', field, ...test })),
  fc
    .tuple(
      fc.constantFrom(
        'id' as const,
        'traceId' as const,
        'parentId' as const,
        'referenceExampleId' as const,
      ),
      fc.oneof(
        fc.record({ operator: fc.constant('in' as const), values: fc.subarray(ids) }),
        fc.record({ operator: fc.constant('exists' as const) }),
      ),
    )
    .map(([field, test]): RunFilter => ({ kind: 'id', field, ...test })),
  { weight: 4, arbitrary: entryCondition },
  {
    weight: 2,
    arbitrary: fc
      .array(feedbackTest, { minLength: 1, maxLength: 3 })
      .map((tests): RunFilter => ({ kind: 'record', of: 'feedback', tests })),
  },
  fc.record({
    kind: fc.constant('search' as const),
    text: fc
      .array(fc.constantFrom(...words, 'HELLO', 'missing'), { minLength: 1, maxLength: 2 })
      .map((list) => list.join(' ')),
  }),
);

export const { filter } = fc.letrec<{ filter: RunFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    condition,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      filters: fc.array(tie('filter'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), filter: tie('filter') }),
    fc.record({
      kind: fc.constant('scope' as const),
      scope: fc.constantFrom('trace' as const, 'tree' as const, 'thread' as const),
      filter: tie('filter'),
    }),
  ),
}));

/** What the store should know of the run, for the oracle. */
export function subjectOf(
  one: Sample,
  place: Pick<FilterSubject, 'id' | 'traceId' | 'parentId' | 'projectId' | 'startedAtUs'>,
): FilterSubject {
  const { latencyMs, firstTokenMs, usage, inputs, outputs } = one;
  return {
    ...one,
    ...place,
    isRoot: place.parentId === undefined,
    referenceExampleId: undefined,
    endedAtUs: latencyMs === undefined ? undefined : place.startedAtUs + latencyMs * 1000,
    latencyMs: latencyMs !== undefined && latencyMs >= 0 ? latencyMs : undefined,
    firstTokenMs: firstTokenMs !== undefined && firstTokenMs >= 0 ? firstTokenMs : undefined,
    totalTokens: usage?.total,
    promptTokens: usage?.prompt,
    completionTokens: usage?.completion,
    totalCostUsd: one.costUsd,
    promptCostUsd: undefined,
    completionCostUsd: undefined,
    payloads: { inputs: inputs ?? '', outputs: outputs ?? '', error: '' },
  };
}
