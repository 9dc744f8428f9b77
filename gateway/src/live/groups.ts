import { randomUUID } from 'node:crypto';
import type { Principal } from '@runlight/auth';
import type { Logger } from '@runlight/service';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { GraphExecution, Variables } from '../execution/graph-execution.ts';
import type { LivePlan } from '../execution/live-plan.ts';
import type { GatewayLimits } from '../limits/limits.ts';
import { createLiveGroup } from './group.ts';
import type { LiveGroup } from './group.ts';

/** A validated subscription of one caller. */
export interface SubscriptionRequest {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Variables;
  principal: Principal;
}

export interface LiveGroups {
  /** Finds or makes the group of a subscription. Throws when it cannot be planned. */
  find: (request: SubscriptionRequest) => { group: LiveGroup; position: string | undefined };
}

/** Brings subscribers together that may share their events. */
export function createLiveGroups({
  execution,
  limits,
  log,
}: {
  execution: GraphExecution;
  limits: GatewayLimits;
  log: Logger;
}): LiveGroups {
  const groups = new Map<string, LiveGroup>();

  return {
    find({ document, operation, variables, principal }) {
      const live = execution.subscribe(document, operation);
      const { positionVariable } = live.plan;
      const shared = { ...variables };
      if (positionVariable !== undefined) delete shared[positionVariable];
      const value = positionVariable === undefined ? undefined : variables[positionVariable];
      const position = typeof value === 'string' ? value : undefined;

      const key = groupKey(live.plan, shared, principal);
      const known = groups.get(key);
      if (known) {
        live.release();
        return { group: known, position };
      }
      const group = createLiveGroup({
        operation: live,
        variables: shared,
        principal,
        requestId: randomUUID(),
        eventTimeoutMs: limits.operationTimeoutMs,
        log,
        onEmpty: () => void groups.delete(key),
      });
      groups.set(key, group);
      return { group, position };
    },
  };
}

/** Equal keys mean: whatever one subscriber may see of an event, the other may, and in the same shape. */
function groupKey(plan: LivePlan, variables: Variables, principal: Principal): string {
  return JSON.stringify([
    plan.hash,
    variables,
    principal.workspaceId,
    [...principal.permissions].sort(),
    plan.isViewerDependent ? principal.id : null,
    // A position written into the document replays for each subscriber anew.
    plan.hasFixedPosition ? randomUUID() : null,
  ]);
}
