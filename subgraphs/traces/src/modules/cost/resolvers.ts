import type { RequestContext } from '@runlight/graphql';
import { compilePattern } from '@runlight/pricing';
import type { PatternProblem } from '@runlight/pricing';
import { invalidInput } from '@runlight/service';
import type { QueryResolvers, RunResolvers } from '../../__generated__/resolvers.ts';
import type { Reads } from '../runs/reads.ts';
import { readCost } from './read-cost.ts';

const maxDays = 90;
const maxModels = 200;
const dayUs = 86_400_000_000;

type ReadsOf = (context: RequestContext) => Pick<Reads, 'cost'>;

export function createCostResolvers(readsOf: ReadsOf) {
  const Query: Pick<QueryResolvers, 'recentModels'> = {
    recentModels: async (_root, { pattern, provider, days }, context) => {
      if (days < 1 || days > maxDays) throw invalidInput(`days lies between 1 and ${maxDays}`);
      const matches = matcherOf(pattern);
      const rows = await readsOf(context).cost.recentModels({
        sinceUs: Date.now() * 1000 - days * dayUs,
        provider: provider || undefined,
      });
      return rows
        .filter(({ model }) => matches(model))
        .slice(0, maxModels)
        .map(({ provider, priceEntry, lastStartUs, ...row }) => ({
          ...row,
          provider: provider || null,
          priceEntry: priceEntry || null,
          lastStartedAt: lastStartUs,
        }));
    },
  };
  return { Query };
}

/** Fields of `Run` about its own cost. */
export function createCostFields(readsOf: ReadsOf): Required<Pick<RunResolvers, 'cost'>> {
  return {
    cost: async ({ key }, _args, context) => {
      const row = await readsOf(context).cost.of(key);
      return row ? readCost(row) : null;
    },
  };
}

const problems: Record<PatternProblem, string> = {
  empty: 'The pattern is empty',
  too_long: 'A pattern has at most 200 characters',
  too_complex: 'The pattern repeats too much',
  not_a_pattern: 'This is no pattern; look-around and back-references are not possible',
};

function matcherOf(pattern: string | null | undefined): (model: string) => boolean {
  if (pattern === null || pattern === undefined) return () => true;
  const compiled = compilePattern(pattern);
  if ('problem' in compiled) throw invalidInput(problems[compiled.problem]);
  return compiled.matches;
}
