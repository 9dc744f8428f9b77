import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError, createLogger, notFound, unavailable } from '@runlight/service';
import { GraphQLError, buildSchema, execute, parse } from 'graphql';
import { toClientError, toClientResult } from './errors.ts';

const lines: string[] = [];
const log = createLogger({
  service: 'test',
  destination: { write: (line: string) => void lines.push(line) },
});
const context = { requestId: 'r1', log };

test('passes codes of the contract with their message', () => {
  assert.deepEqual(toClientError(notFound('Run'), context), {
    message: 'Run not found',
    extensions: { code: 'NOT_FOUND', requestId: 'r1' },
  });
  const wrapped = new GraphQLError('Run not found', {
    path: ['run'],
    originalError: notFound('Run'),
  });
  assert.deepEqual(toClientError(wrapped, context).path, ['run']);
  assert.equal(toClientError(wrapped, context).extensions?.['code'], 'NOT_FOUND');
});

test('translates codes of other edges', () => {
  const codes = [unavailable('away'), new AppError('UNPROCESSABLE', 'no')].map(
    (error) => toClientError(error, context).extensions?.['code'],
  );
  assert.deepEqual(codes, ['SUBGRAPH_UNAVAILABLE', 'BAD_USER_INPUT']);
});

for (const [name, error] of Object.entries({
  'a plain error': new Error('SELECT secret'),
  'a GraphQL error without a code': new GraphQLError('SELECT secret'),
  'an unknown code': new GraphQLError('SELECT secret', { extensions: { code: 'PG_23505' } }),
  'something thrown that is no error': 'SELECT secret',
  nothing: undefined,
})) {
  test(`masks ${name} and logs it`, () => {
    lines.length = 0;
    const shown = toClientError(error, context);
    assert.deepEqual(shown.extensions, { code: 'INTERNAL', requestId: 'r1' });
    assert.doesNotMatch(JSON.stringify(shown), /secret/);
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /"requestId":"r1"/);
  });
}

test('passes nothing of a subgraph but its code', () => {
  const error = new GraphQLError('gone', {
    extensions: {
      code: 'CONFLICT',
      serviceName: 'traces',
      stacktrace: ['at x'],
      response: { url: 'http://traces.internal', body: 'secret' },
    },
  });
  assert.deepEqual(toClientError(error, context).extensions, { code: 'CONFLICT', requestId: 'r1' });
});

test('moves nulled references from the extension to the errors', () => {
  const result = toClientResult(
    {
      data: { node: null },
      extensions: { valueCompletion: [{ path: ['node'] }, { path: ['runs', 0, 'project'] }] },
    },
    context,
  );
  assert.equal(result.extensions, undefined);
  assert.deepEqual(
    result.errors?.map(({ path, extensions }) => [path, extensions?.['code']]),
    [
      [['node'], 'NOT_FOUND'],
      [['runs', 0, 'project'], 'UNRESOLVED_REFERENCE'],
    ],
  );
});

test('says where a variable is wrong, but not what was sent', async () => {
  const schema = buildSchema(
    'input In { n: Int, need: Int! } type Query { q(in: In, n: Int): Int }',
  );
  const document = parse('query ($in: In, $n: Int) { q(in: $in, n: $n) }');
  const messageFor = async (variableValues: Record<string, unknown>) => {
    const { errors = [] } = await execute({ schema, document, variableValues });
    return toClientError(errors[0], context).message;
  };
  assert.equal(await messageFor({ n: 'a secret' }), 'Variable "$n" got an invalid value at "n"');
  const inside = await messageFor({ in: { n: 'a secret; too', need: 1 } });
  assert.match(inside, /at "in\.n"/);
  assert.doesNotMatch(inside, /secret/);
  assert.equal(
    await messageFor({ in: { n: 1 } }),
    'Variable "$in" got an invalid value at "in"; Field "need" of required type "Int!" was not provided',
  );
});
