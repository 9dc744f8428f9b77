import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Permission, Principal } from '@runlight/auth';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createSourceEventStream, graphql, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { enforceAccess } from './access.ts';

const typeDefs = parse(`
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
    @link(url: "https://runlight.dev/access/v1.0", import: ["@access", "@public"])
    @composeDirective(name: "@access")
    @composeDirective(name: "@public")
  directive @access(permission: String!) on FIELD_DEFINITION | OBJECT
  directive @public on FIELD_DEFINITION | OBJECT
  directive @anonymous on FIELD_DEFINITION

  type Query {
    open: String @public
    shared: Holder @public @anonymous
    guarded: String @access(permission: "runs:read")
    secret: Secret @public
    secrets: [Secret!]! @access(permission: "runs:read")
    holder: Holder @public
  }
  type Mutation { change: String @access(permission: "runs:write") }
  type Subscription { events: String @access(permission: "runs:read") }
  type Holder @public { secret: Secret  plain: String  field: String @access(permission: "keys:manage") }
  type Secret @key(fields: "id") @access(permission: "keys:manage") { id: ID! }
`);

let resolved: string[] = [];
const seen =
  <T>(name: string, value: T) =>
  () => {
    resolved.push(name);
    return value;
  };

function build(): GraphQLSchema {
  resolved = [];
  async function* events() {
    resolved.push('events');
    yield { events: 'event' };
  }
  const schema = buildSubgraphSchema([
    {
      typeDefs,
      resolvers: {
        Query: {
          open: seen('open', 'o'),
          shared: seen('shared', { secret: { id: '4' }, plain: 's', field: 'f' }),
          guarded: seen('guarded', 'g'),
          secret: seen('secret', { id: '1' }),
          secrets: seen('secrets', [{ id: '1' }]),
          holder: seen('holder', { secret: { id: '2' }, plain: 'p', field: 'f' }),
        },
        Mutation: { change: seen('change', 'c') },
        Subscription: { events: { subscribe: events } },
        Secret: { __resolveReference: seen('reference', { id: '3' }) },
      },
    },
  ]);
  enforceAccess(schema);
  return schema;
}

const holding = (...permissions: Permission[]): Principal => ({
  id: 'p',
  kind: 'user',
  organizationId: 'o',
  workspaceId: 'w',
  permissions: new Set(permissions),
});

async function ask(source: string, principal?: Principal) {
  const schema = build();
  const { data, errors = [] } = await graphql({ schema, source, contextValue: { principal } });
  return {
    data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
    codes: errors.map(({ extensions }) => extensions['code']),
    resolved,
  };
}

describe('@access', () => {
  test('on a field refuses before the resolver runs', async () => {
    const answer = await ask('{ guarded }', holding('runs:write'));
    assert.deepEqual(answer, { data: { guarded: null }, codes: ['FORBIDDEN'], resolved: [] });
    const allowed = await ask('{ guarded }', holding('runs:read'));
    assert.deepEqual(allowed.data, { guarded: 'g' });
  });

  test('on a type guards each field that returns it, lists and nested ones too', async () => {
    assert.deepEqual((await ask('{ secret { id } }', holding('runs:read'))).codes, ['FORBIDDEN']);
    assert.deepEqual((await ask('{ secrets { id } }', holding('runs:read'))).codes, ['FORBIDDEN']);
    assert.deepEqual((await ask('{ secrets { id } }', holding('keys:manage'))).codes, [
      'FORBIDDEN',
    ]);
    const both = await ask('{ secrets { id } }', holding('runs:read', 'keys:manage'));
    assert.deepEqual(both.data, { secrets: [{ id: '1' }] });
    const nested = await ask('{ holder { plain field secret { id } } }', holding());
    assert.deepEqual(nested.data, { holder: { plain: 'p', field: null, secret: null } });
    assert.deepEqual(nested.codes, ['FORBIDDEN', 'FORBIDDEN']);
  });

  test('guards mutations before they change anything', async () => {
    const answer = await ask('mutation { change }', holding('runs:read'));
    assert.deepEqual([answer.codes, answer.resolved], [['FORBIDDEN'], []]);
  });

  test('guards subscriptions when they are opened', async () => {
    const schema = build();
    const open = (principal: Principal) =>
      createSourceEventStream({
        schema,
        document: parse('subscription { events }'),
        contextValue: { principal },
      });
    const refused = await open(holding());
    assert.ok('errors' in refused);
    assert.equal(refused.errors?.[0]?.extensions['code'], 'FORBIDDEN');
    assert.deepEqual(resolved, []);
    assert.ok(Symbol.asyncIterator in (await open(holding('runs:read'))));
  });

  test('of a type makes a reference null, without saying why', async () => {
    const query =
      '{ _entities(representations: [{ __typename: "Secret", id: "3" }]) { ... on Secret { id } } }';
    for (const principal of [undefined, holding('runs:read')]) {
      const answer = await ask(query, principal);
      assert.deepEqual(answer, { data: { _entities: [null] }, codes: [], resolved: [] });
    }
    assert.deepEqual((await ask(query, holding('keys:manage'))).data, { _entities: [{ id: '3' }] });
  });
});

describe('without a caller', () => {
  for (const field of ['open', 'guarded', 'secret { id }', 'holder { plain }']) {
    test(`{ ${field} } is UNAUTHENTICATED`, async () => {
      const { codes, resolved } = await ask(`{ ${field} }`);
      assert.deepEqual([codes, resolved], [['UNAUTHENTICATED'], []]);
    });
  }

  test('composition can still read the schema', async () => {
    assert.deepEqual((await ask('{ _service { sdl } }')).codes, []);
  });
});

test('@public needs a caller and no permission', async () => {
  assert.deepEqual((await ask('{ open }', holding())).data, { open: 'o' });
});

test('who came by a public link gets what is open to all, and is nobody everywhere else', async () => {
  const visitor: Principal = { ...holding(), kind: 'share' };
  const shared = await ask('{ shared { plain } }', visitor);
  assert.deepEqual(shared.data, { shared: { plain: 's' } });
  for (const field of ['open', 'guarded', 'holder { plain }', 'secrets { id }']) {
    const { codes, resolved: reached } = await ask(`{ ${field} }`, visitor);
    assert.deepEqual([codes, reached], [['UNAUTHENTICATED'], []], field);
  }
  assert.deepEqual((await ask('mutation { change }', visitor)).codes, ['UNAUTHENTICATED']);
  const { codes } = await ask('{ shared { secret { id } field } }', visitor);
  assert.deepEqual(codes, ['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  assert.deepEqual((await ask('{ shared { plain } }')).codes, ['UNAUTHENTICATED']);
  const { data } = await ask('{ shared { plain } }', holding());
  assert.deepEqual(data, { shared: { plain: 's' } });
});
