import { requirePermission } from '@runlight/auth';
import type { Permission } from '@runlight/auth';
import { unauthenticated } from '@runlight/service';
import { Kind, defaultFieldResolver, getNamedType, isObjectType } from 'graphql';
import type { DirectiveNode, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { RequestContext } from './context.ts';

/**
 * Enforces `@access` in the subgraph that owns the data (graphql.md §7): before a field that carries
 * it or returns a type that carries it, and before an entity reference of such a type is resolved.
 * `@public` root fields need a caller, whoever it is; one who came by a public link gets `@anonymous`
 * fields only.
 */
export function enforceAccess(schema: GraphQLSchema): void {
  const rootTypes = new Set<unknown>([
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = rootTypes.has(type);
    for (const field of Object.values(type.getFields())) {
      // `_service` and `_entities` are the gateway's; references are guarded by their types.
      if (!field.name.startsWith('_')) guardField(field, isRoot);
    }
    guardReference(type);
  }
}

/** The argument of `@access` on a field or type; read from the syntax tree, as schemas keep it there. */
function permissionOf(
  node: GraphQLField<unknown, unknown> | GraphQLObjectType,
): Permission | undefined {
  const value = directiveOf(node, 'access')?.arguments?.[0]?.value;
  return value?.kind === Kind.STRING ? (value.value as Permission) : undefined;
}

function directiveOf(
  node: GraphQLField<unknown, unknown> | GraphQLObjectType,
  directive: string,
): DirectiveNode | undefined {
  const extensions = 'extensionASTNodes' in node ? node.extensionASTNodes : [];
  return [node.astNode, ...extensions]
    .flatMap((ast) => ast?.directives ?? [])
    .find(({ name }) => name.value === directive);
}

function guardField(field: GraphQLField<unknown, unknown>, isRoot: boolean): void {
  const returned = getNamedType(field.type);
  const needed = new Set(
    [permissionOf(field), isObjectType(returned) && permissionOf(returned)].filter(
      (permission) => permission !== undefined && permission !== false,
    ),
  );
  if (needed.size === 0 && !isRoot) return;
  const isOpen = directiveOf(field, 'anonymous') !== undefined;
  const check = (context: unknown) => {
    const { principal } = context as Partial<RequestContext>;
    // Who came by a public link is nobody elsewhere.
    if (!principal || (principal.kind === 'share' && !isOpen)) throw unauthenticated();
    for (const permission of needed) requirePermission(principal, permission);
  };
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    check(context);
    return resolve(source, args, context, info);
  };
  const subscribe = field.subscribe;
  if (subscribe) {
    field.subscribe = (source, args, context, info) => {
      check(context);
      return subscribe(source, args, context, info);
    };
  }
}

interface SubgraphExtensions {
  apollo?: {
    subgraph?: {
      resolveReference?: (reference: unknown, context: unknown, info: unknown) => unknown;
    };
  };
}

function guardReference(type: GraphQLObjectType): void {
  const permission = permissionOf(type);
  const subgraph = (type.extensions as SubgraphExtensions).apollo?.subgraph;
  const resolve = subgraph?.resolveReference;
  if (!permission || !subgraph || !resolve) return;
  subgraph.resolveReference = (reference, context, info) => {
    const { principal } = context as Partial<RequestContext>;
    // null and not FORBIDDEN: a reference must not confirm that the object exists.
    if (!principal?.permissions.has(permission)) return null;
    return resolve(reference, context, info);
  };
}
