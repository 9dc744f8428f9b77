import { Kind } from 'graphql';
import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { Figure } from '@runlight/run-metrics';

const figureOfField: Record<string, Figure> = {
  traceCount: 'traces',
  latencyMs: 'latency',
  firstTokenMs: 'firstToken',
  streamingRate: 'streaming',
  promptTokens: 'tokens',
  completionTokens: 'tokens',
  totalTokens: 'tokens',
  tokenDetails: 'tokenDetails',
  tokensPerRun: 'tokensPerRun',
  promptCostUsd: 'cost',
  completionCostUsd: 'cost',
  totalCostUsd: 'cost',
  costPerRunUsd: 'costPerRun',
  feedback: 'feedback',
  lastRunStartedAt: 'lastRun',
};

/** Which figures the operation selects anywhere below the field; also those that `@skip` leaves out. */
export function wantedFigures({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Set<Figure> {
  const wanted = new Set<Figure>();
  const seen = new Set<SelectionSetNode>();

  function visit(selectionSet: SelectionSetNode | undefined): void {
    if (!selectionSet || seen.has(selectionSet)) return;
    seen.add(selectionSet);
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        visit(fragments[selection.name.value]?.selectionSet);
        continue;
      }
      const figure = selection.kind === Kind.FIELD && figureOfField[selection.name.value];
      if (figure) wanted.add(figure);
      visit((selection as FieldNode).selectionSet);
    }
  }

  for (const node of fieldNodes) visit(node.selectionSet);
  return wanted;
}
