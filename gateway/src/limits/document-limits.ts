import { GraphQLError, Kind, isIntrospectionType, getNamedType } from 'graphql';
import type {
  ASTVisitor,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  ValidationContext,
  ValidationRule,
} from 'graphql';

/** What one document may hold (graphql.md §8). */
export interface DocumentLimits {
  maxDepth: number;
  maxAliases: number;
  maxDirectives: number;
  maxDirectivesPerNode: number;
}

/** Depth and counts of a selection with its fragments expanded. */
interface Measure {
  depth: number;
  aliases: number;
  directives: number;
}

const nothing: Measure = { depth: 0, aliases: 0, directives: 0 };

/**
 * Refuses documents that are too deep or too wide once fragments are expanded. Each fragment is
 * measured once, so the cost grows with the text and not with what it expands to.
 */
export function documentLimits(limits: DocumentLimits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    const measureSelections = createMeasure(context, limits);
    return {
      OperationDefinition(node: OperationDefinitionNode) {
        const { depth, aliases, directives } = measureSelections(node.selectionSet.selections);
        const refuse = (what: string, limit: number) =>
          context.reportError(
            new GraphQLError(`The operation exceeds ${limit} ${what}`, { nodes: node }),
          );
        if (depth > limits.maxDepth) refuse('levels of depth', limits.maxDepth);
        if (aliases > limits.maxAliases) refuse('aliases', limits.maxAliases);
        if (directives + (node.directives?.length ?? 0) > limits.maxDirectives) {
          refuse('directives', limits.maxDirectives);
        }
        return false;
      },
    };
  };
}

function createMeasure(context: ValidationContext, limits: DocumentLimits) {
  const fragments = new Map<string, Measure>();

  function ofFragment(name: string): Measure {
    const known = fragments.get(name);
    if (known) return known;
    // A cycle reads this and ends; the specified rules refuse cycles with a message of their own.
    fragments.set(name, nothing);
    const fragment: FragmentDefinitionNode | undefined = context.getFragment(name) ?? undefined;
    const measured = fragment ? ofSelections(fragment.selectionSet.selections) : nothing;
    fragments.set(name, measured);
    return measured;
  }

  function ofSelection(node: SelectionNode): Measure {
    const own = node.directives?.length ?? 0;
    if (own > limits.maxDirectivesPerNode) {
      context.reportError(
        new GraphQLError(`One selection exceeds ${limits.maxDirectivesPerNode} directives`, {
          nodes: node,
        }),
      );
    }
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const inner = ofFragment(node.name.value);
      return { ...inner, directives: inner.directives + own };
    }
    const inner = node.selectionSet ? ofSelections(node.selectionSet.selections) : nothing;
    if (node.kind === Kind.INLINE_FRAGMENT) {
      return { ...inner, directives: inner.directives + own };
    }
    return {
      // Introspection is deep by nature, bounded by the schema, and answered without a store.
      depth: isIntrospection(node, context) ? 0 : inner.depth + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      directives: inner.directives + own,
    };
  }

  function ofSelections(nodes: readonly SelectionNode[]): Measure {
    let { depth, aliases, directives } = nothing;
    for (const node of nodes) {
      const measure = ofSelection(node);
      depth = Math.max(depth, measure.depth);
      aliases += measure.aliases;
      directives += measure.directives;
    }
    return { depth, aliases, directives };
  }

  return ofSelections;
}

function isIntrospection({ name }: FieldNode, context: ValidationContext): boolean {
  if (name.value === '__schema' || name.value === '__type') return true;
  // Not reached through __schema when the selection is measured from a fragment on `__Type`.
  const type = context.getParentType();
  return type ? isIntrospectionType(getNamedType(type)) : false;
}
