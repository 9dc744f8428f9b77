import {
  aws,
  haystack,
  koog,
  laminar,
  langfuse,
  livekit,
  mastra,
  mlflow,
} from '../dialects/frameworks.ts';
import { genAi, openTelemetry } from '../dialects/gen-ai.ts';
import { genkit, googleAdk } from '../dialects/google.ts';
import { langsmith } from '../dialects/langsmith.ts';
import { logfire } from '../dialects/logfire.ts';
import { openInference } from '../dialects/openinference.ts';
import { traceloop } from '../dialects/traceloop.ts';
import { vercel } from '../dialects/vercel.ts';
import { tiers } from './rule.ts';
import type { Dialect, Rule } from './rule.ts';

/** All that we read. Within a tier, the dialect that stands first wins. */
export const dialects: readonly Dialect[] = [
  langsmith,
  langfuse,
  openInference,
  vercel,
  googleAdk,
  genkit,
  livekit,
  logfire,
  genAi,
  traceloop,
  koog,
  mastra,
  aws,
  laminar,
  mlflow,
  haystack,
  openTelemetry,
];

/** Rules by where they look. */
export interface RuleIndex {
  exact: Map<string, Rule[]>;
  /** By prefix, without `.*`. */
  prefix: Map<string, Rule[]>;
}

/** One tier is never as long as this. */
const rowsPerTier = 100_000;

export const rules: RuleIndex = indexRules(dialects);

function indexRules(tables: readonly Dialect[]): RuleIndex {
  const index: RuleIndex = { exact: new Map(), prefix: new Map() };
  let position = 0;
  for (const { name, rows } of tables) {
    for (const [from, to, as, options = {}] of rows) {
      position += 1;
      const rule: Rule = {
        dialect: name,
        from,
        to,
        as,
        rank: tiers.indexOf(options.tier ?? 'usual') * rowsPerTier + position,
        scope: options.scope,
        only: options.only,
      };
      if (from.endsWith('.*')) add(index.prefix, from.slice(0, -2), rule);
      else add(index.exact, from, rule);
    }
  }
  return index;
}

function add(map: Map<string, Rule[]>, key: string, rule: Rule): void {
  const list = map.get(key);
  if (list) list.push(rule);
  else map.set(key, [rule]);
}
