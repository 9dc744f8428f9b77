import { Kind, getNamedType, isAbstractType } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  GraphQLNamedType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';

/**
 * What the owner would answer for "events were lost": by contract (graphql.md §10) an implementation
 * of the event interface whose name ends in `Gap`, with `eventId` and null for everything else.
 * Undefined when the subscription has no such type.
 */
export function gapAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  eventId: string,
): Record<string, unknown> | undefined {
  const root = rootField(document);
  const field = schema.getSubscriptionType()?.getFields()[root.name.value];
  const eventType = field && getNamedType(field.type);
  if (!eventType || !root.selectionSet) return undefined;
  const gapType = isAbstractType(eventType)
    ? schema.getPossibleTypes(eventType).find(({ name }) => name.endsWith('Gap'))
    : undefined;
  if (!gapType) return undefined;
  const value: Record<string, unknown> = {};
  const names = new Set([gapType.name, eventType.name]);
  fill(value, root.selectionSet, gapType, names, eventId);
  return { [root.alias?.value ?? root.name.value]: value };
}

function fill(
  value: Record<string, unknown>,
  selections: SelectionSetNode,
  gapType: GraphQLNamedType,
  applicable: Set<string>,
  eventId: string,
): void {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      const { name, alias } = selection;
      const known = { __typename: gapType.name, eventId }[name.value];
      value[alias?.value ?? name.value] = known ?? null;
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      if (condition === undefined || applicable.has(condition)) {
        fill(value, selection.selectionSet, gapType, applicable, eventId);
      }
    }
  }
}

/** The one field of a subscription operation made by the planner. */
export function rootField(document: DocumentNode): FieldNode {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const field = definition.selectionSet.selections.find(({ kind }) => kind === Kind.FIELD);
    if (field?.kind === Kind.FIELD) return field;
  }
  throw new Error('A subscription has one root field');
}
