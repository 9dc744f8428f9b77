import type { RunType } from '../../../gql/graphql.ts';
import { barEndUs } from './time-scale.ts';
import { arrangeNodes } from './trace-tree.ts';
import type { TraceNode, TraceTree } from './trace-tree.ts';

/** What a reader does not want to see of a trace. */
export interface Noise {
  types: readonly RunType[];
  /** Ended runs shorter than this many milliseconds; 0 hides none. */
  shorterThanMs: number;
  /** The plumbing of frameworks: sequences, lambdas, channel writes. */
  wrappers: boolean;
}

export const noNoise: Noise = { types: [], shorterThanMs: 0, wrappers: false };

export function isQuiet({ types, shorterThanMs, wrappers }: Noise): boolean {
  return types.length === 0 && shorterThanMs === 0 && !wrappers;
}

/** Class names of LangChain and LangGraph, with what they put in brackets, and LlamaIndex' events. */
const wrapperNames =
  /^(Runnable(Sequence|Parallel|Lambda|Map|Assign|Passthrough|Callable|Branch|Binding|Each|WithFallbacks|Retry)|Channel(Write|Read)|__(start|end|interrupt)__|_write|Prompt)(<.*>)?(:.*)?$/;

/**
 * The tree without its noise. What hung below hidden runs hangs below the next run above that shows;
 * roots, errors, what is running and the runs in `kept` always show. Figures stay those of the whole.
 */
export function withoutNoise(tree: TraceTree, noise: Noise, kept: ReadonlySet<string>): TraceTree {
  if (isQuiet(noise)) return tree;
  const shown = new Map<TraceNode, TraceNode>();
  const roots: TraceNode[] = [];
  const byUuid = new Map<string, TraceNode>();
  for (const node of tree.nodes) {
    const above = node.parent && shown.get(node.parent);
    if (above && isNoise(node, noise) && !kept.has(node.uuid)) {
      shown.set(node, above);
      continue;
    }
    const copy: TraceNode = {
      ...node,
      parent: above ?? null,
      children: [],
      depth: 0,
      origin: node,
    };
    shown.set(node, copy);
    byUuid.set(copy.uuid, copy);
    if (above) above.children.push(copy);
    else roots.push(copy);
  }
  return { roots, nodes: arrangeNodes(roots), byUuid, totals: tree.totals };
}

function isNoise(node: TraceNode, { types, shorterThanMs, wrappers }: Noise): boolean {
  const { run } = node;
  if (!run || run.status !== 'SUCCESS') return false;
  if (types.includes(run.runType)) return true;
  if (shorterThanMs > 0 && run.endUs !== null) {
    if (barEndUs(node, run.endUs) - run.startUs < shorterThanMs * 1000) return true;
  }
  return wrappers && run.model === null && wrapperNames.test(run.name);
}

/** Reads what was remembered as text; anything odd hides nothing. */
export function parseNoise(text: string): Noise {
  try {
    const value = JSON.parse(text) as Partial<Noise>;
    const types = Array.isArray(value.types) ? value.types.filter(isRunType) : [];
    const short = Number((value.shorterThanMs as unknown) ?? 0);
    return {
      types,
      shorterThanMs: Number.isFinite(short) && short > 0 ? short : 0,
      wrappers: value.wrappers === true,
    };
  } catch {
    return noNoise;
  }
}

const runTypes: ReadonlySet<string> = new Set<RunType>([
  'CHAIN',
  'EMBEDDING',
  'LLM',
  'PARSER',
  'PROMPT',
  'RETRIEVER',
  'TOOL',
]);

function isRunType(value: unknown): value is RunType {
  return typeof value === 'string' && runTypes.has(value);
}
