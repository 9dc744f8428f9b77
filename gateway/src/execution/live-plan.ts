import { createHash } from 'node:crypto';
import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import { Kind, parse, print, visit } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import { invalidInput } from '@runlight/service';
import { rootField } from './gap-answer.ts';
import type { PlanCache } from './plan-cache.ts';

/** A planned subscription: where its events come from, and the plan that completes each of them. */
export interface LivePlan {
  /** The operation and its fragments, nothing else. */
  document: DocumentNode;
  /** Identifies the document; equal documents have equal plans. */
  hash: string;
  /** Key of the plan in the gateway's cache; given as `queryHash` when an event is executed. */
  cacheKey: string;
  /** The fetch that the owner of the events answers. */
  primary: FetchNode;
  primaryDocument: DocumentNode;
  /** The variable that the root field's `after` reads and nothing else does. */
  positionVariable: string | undefined;
  /** Whether `after` is written in a way that the position is part of the document. */
  hasFixedPosition: boolean;
  /** Whether it selects something that differs between people with the same permissions. */
  isViewerDependent: boolean;
}

export interface LivePlans {
  /** Plans a document or finds its plan; every call is paired with a `release`. Throws AppError. */
  acquire: (document: DocumentNode, operation: OperationDefinitionNode) => LivePlan;
  release: (plan: LivePlan) => void;
}

/** Plans subscriptions with the gateway's own planner (graphql.md §10). */
export function createLivePlans({
  supergraphSdl,
  cache,
}: {
  supergraphSdl: string;
  cache: PlanCache;
}): LivePlans {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph);
  const plans = new Map<string, { plan: LivePlan; users: number }>();

  function build(document: DocumentNode, hash: string): LivePlan {
    const { node } = planner.buildQueryPlan(operationFromDocument(apiSchema, document));
    if (node?.kind !== 'Subscription') throw invalidInput('A subscription selects one field');
    const { primary, rest } = node;
    const completed: QueryPlan = {
      kind: 'QueryPlan',
      node: rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary,
    };
    // Not a hash, so that no client's document can ever have this key.
    const cacheKey = `live:${hash}`;
    cache.pin(cacheKey, completed);
    const primaryDocument = parse(primary.operation, { noLocation: true });
    return {
      document,
      hash,
      cacheKey,
      primary,
      primaryDocument,
      isViewerDependent: selectsViewerDependent(document),
      ...positionOf(primaryDocument, document),
    };
  }

  return {
    acquire(document, operation) {
      const reduced = reduceTo(document, operation);
      const hash = createHash('sha256').update(print(reduced)).digest('hex');
      let entry = plans.get(hash);
      if (!entry) plans.set(hash, (entry = { plan: build(reduced, hash), users: 0 }));
      entry.users += 1;
      return entry.plan;
    },
    release({ hash, cacheKey }) {
      const entry = plans.get(hash);
      if (!entry) return;
      entry.users -= 1;
      if (entry.users > 0) return;
      plans.delete(hash);
      cache.unpin(cacheKey);
    },
  };
}

/** By convention of the schema: `viewer`, `viewerCan…`, `isStarred`. */
function selectsViewerDependent(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      found ||= name.value.startsWith('viewer') || name.value === 'isStarred';
    },
  });
  return found;
}

/** The operation with the fragments it reaches; the gateway's executor then needs no name. */
function reduceTo(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const reached = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || reached.has(fragment)) return;
        reached.add(fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...reached] };
}

function positionOf(
  primary: DocumentNode,
  document: DocumentNode,
): Pick<LivePlan, 'positionVariable' | 'hasFixedPosition'> {
  const value = rootField(primary).arguments?.find(({ name }) => name.value === 'after')?.value;
  if (!value || value.kind === Kind.NULL) {
    return { positionVariable: undefined, hasFixedPosition: false };
  }
  if (value.kind !== Kind.VARIABLE) return { positionVariable: undefined, hasFixedPosition: true };
  const name = value.name.value;
  let uses = 0;
  visit(document, {
    Variable: (node) => void (uses += node.name.value === name ? 1 : 0),
  });
  // One use is the definition, one the argument. More, and the variable means something else too.
  return uses === 2
    ? { positionVariable: name, hasFixedPosition: false }
    : { positionVariable: undefined, hasFixedPosition: true };
}
