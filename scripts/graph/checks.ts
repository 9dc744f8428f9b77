import {
  Kind,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
} from 'graphql';
import type {
  DocumentNode,
  FieldDefinitionNode,
  GraphQLSchema,
  ObjectTypeDefinitionNode,
  TypeNode,
} from 'graphql';
import type { SubgraphSource } from './subgraphs.ts';

/** Coordinates of everything in the public schema that has no description. */
export function missingDescriptions(schema: GraphQLSchema): string[] {
  const missing: string[] = [];
  const look = (at: string, { description }: { description?: string | null | undefined }) => {
    if (!description?.trim()) missing.push(at);
  };
  const roots = new Set([
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    // The three root types have no meaning of their own.
    if (!(isObjectType(type) && roots.has(type))) look(type.name, type);
    if (isEnumType(type)) {
      for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        look(`${type.name}.${field.name}`, field);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name}:)`, arg);
      }
    }
  }
  return missing;
}

const objectTypes = (document: DocumentNode): ObjectTypeDefinitionNode[] =>
  document.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);

const guarded = (node: FieldDefinitionNode | ObjectTypeDefinitionNode): boolean =>
  node.directives?.some(({ name }) => name.value === 'access' || name.value === 'public') ?? false;

const isEntity = (node: ObjectTypeDefinitionNode): boolean =>
  node.directives?.some(
    ({ name, arguments: args }) =>
      name.value === 'join__type' && args?.some((arg) => arg.name.value === 'key'),
  ) ?? false;

/** Root fields and entity types of the supergraph that say neither `@access` nor `@public`. */
export function missingAccess(supergraphSdl: string): string[] {
  const missing: string[] = [];
  for (const type of objectTypes(parse(supergraphSdl))) {
    if (['Query', 'Mutation', 'Subscription'].includes(type.name.value)) {
      for (const field of type.fields ?? []) {
        if (!guarded(field)) missing.push(`${type.name.value}.${field.name.value}`);
      }
    } else if (isEntity(type) && !guarded(type)) missing.push(type.name.value);
  }
  return missing;
}

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

/**
 * Fields with a non-null reference to an entity that another subgraph owns. The gateway answers such
 * a reference with `data: null` for the whole operation when the entity is gone.
 */
export function nonNullReferences(sources: SubgraphSource[]): string[] {
  const fields = sources.flatMap(({ name: subgraph, typeDefs }) =>
    typeDefs.definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION
        ? (node.fields ?? []).map((field) => ({ subgraph, parent: node.name.value, field }))
        : [],
    ),
  );
  const owners = entityOwners(sources);
  return fields
    .filter(({ subgraph, field }) => {
      const owner = owners.get(namedType(field.type));
      // In a list the items cannot be null by convention; the list belongs to the owner then.
      return field.type.kind === Kind.NON_NULL_TYPE && owner !== undefined && owner !== subgraph;
    })
    .map(({ subgraph, parent, field }) => `${parent}.${field.name.value} (${subgraph})`);
}

/** Owner of each entity: the subgraph that serves most of its fields. */
function entityOwners(sources: SubgraphSource[]): Map<string, string> {
  const best = new Map<string, { subgraph: string; fields: number }>();
  for (const { name: subgraph, typeDefs } of sources) {
    for (const type of objectTypes(typeDefs)) {
      if (!type.directives?.some(({ name }) => name.value === 'key')) continue;
      const fields = type.fields?.length ?? 0;
      if (fields > (best.get(type.name.value)?.fields ?? 0)) {
        best.set(type.name.value, { subgraph, fields });
      }
    }
  }
  return new Map([...best].map(([type, { subgraph }]) => [type, subgraph]));
}
