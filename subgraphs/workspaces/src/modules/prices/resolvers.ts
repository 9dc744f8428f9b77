import { formatInstant } from '@runlight/run-model';
import { decodeGlobalId, scopedGlobalId, scopedUuid } from '@runlight/graphql';
import type { Complete } from '@runlight/graphql';
import type { Tables } from '@runlight/postgres';
import type { Kysely } from 'kysely';
import type {
  ModelPriceListResolvers,
  ModelPriceResolvers,
  MutationResolvers,
  QueryResolvers,
  RepriceRunsInput,
  TablePriceResolvers,
} from '../../__generated__/resolvers.ts';
import type { Loaders } from '../../loaders.ts';
import { invalid } from '../../user-error.ts';
import type { Mistake } from '../../user-error.ts';
import { noProject, projectUuid } from '../jobs/inputs.ts';
import { creatorOf, startJob } from '../jobs/start-job.ts';
import { createJobStore } from '../jobs/store.ts';
import { readNewPrice, readPriceChange } from './input.ts';
import type { ModelPriceListMapper, ModelPriceMapper, TablePriceMapper } from './mappers.ts';
import { createPriceStore, maxPrices } from './store.ts';
import type { SavedPrice } from './store.ts';
import { createTableSearch, kindOf, ratesOf, rowsOf, tablePage } from './table.ts';

export interface PricesModuleOptions {
  db: Kysely<Tables>;
  loaders: Loaders;
}

export function createPricesModule({ db, loaders }: PricesModuleOptions) {
  const store = createPriceStore(db);
  const table = createTableSearch();

  const Query: Pick<QueryResolvers, 'modelPrices'> = {
    modelPrices: (_root, _args, { principal: { workspaceId } }) => ({ workspaceId }),
  };

  const ModelPriceList: Complete<ModelPriceListResolvers, ModelPriceListMapper> = {
    own: ({ workspaceId }) => store.prices(workspaceId),
    tableAsOf: () => table.asOfUs,
    table: (_list, args) => tablePage(table, args),
    providers: () => table.providers,
  };

  const TablePrice: Complete<TablePriceResolvers, TablePriceMapper> = {
    entry: ({ provider, id }) => `${provider}/${id}`,
    model: ({ id }) => id,
    kind: kindOf,
    patterns: ({ match }) => [...match],
    rows: rowsOf,
    modes: ({ modes = {} }) =>
      Object.entries(modes).map(([mode, { x: factor }]) => ({ mode, factor })),
    sources: table.sourcesOf,
    isSingleSource: (entry) => entry.single_source ?? false,
    isDerived: ({ derived }) => derived ?? false,
    notes: ({ notes }) => notes ?? null,
    doubt: ({ doubt }) => doubt ?? null,
  };

  const ModelPrice: Complete<ModelPriceResolvers, ModelPriceMapper> = {
    id: ({ workspaceId, uuid }) => scopedGlobalId('ModelPrice', workspaceId, uuid),
    rates: ({ ratesBySubtype }) => ratesOf(ratesBySubtype),
    changedBy: ({ creator }, _args, context) => {
      const [kind, id] = creator.split(' ');
      return kind === 'user' && id !== undefined ? loaders(context).user.load(id) : null;
    },
    __resolveReference: ({ id }, context) => {
      const key = decodeGlobalId(id);
      if (key?.type !== 'ModelPrice' || key.workspaceId !== context.principal.workspaceId)
        return null;
      return loaders(context).modelPrice.load(key.uuid);
    },
  };

  return { Query, Mutation: createMutations(db), ModelPriceList, TablePrice, ModelPrice };
}

type Mutations = Pick<
  MutationResolvers,
  'createModelPrice' | 'updateModelPrice' | 'deleteModelPrice' | 'repriceRuns'
>;

function createMutations(db: Kysely<Tables>): Mutations {
  const store = createPriceStore(db);
  const jobs = createJobStore(db);
  return {
    createModelPrice: async (_root, { input }, { principal }) => {
      const { definition, mistakes } = readNewPrice(input);
      if (mistakes.length > 0) return { userErrors: mistakes };
      return answer(await store.create(principal.workspaceId, definition, creatorOf(principal)));
    },

    updateModelPrice: async (_root, { input }, { principal }) => {
      const { workspaceId } = principal;
      const uuid = scopedUuid('ModelPrice', workspaceId, input.id);
      const [current] = uuid ? await store.pricesByIds(workspaceId, [uuid]) : [];
      if (!current) return answer({ problem: 'missing' });
      const { definition, mistakes } = readPriceChange(input, current);
      if (mistakes.length > 0) return { userErrors: mistakes };
      return answer(
        await store.change(workspaceId, current.uuid, definition, creatorOf(principal)),
      );
    },

    deleteModelPrice: async (_root, { input }, { principal: { workspaceId } }) => {
      const uuid = scopedUuid('ModelPrice', workspaceId, input.id);
      return answer(uuid ? await store.remove(workspaceId, uuid) : { problem: 'missing' });
    },

    repriceRuns: async (_root, { input }, { principal }) => {
      const { workspaceId } = principal;
      const { projectId = null } = input;
      const project = projectId === null ? undefined : projectUuid(workspaceId, projectId);
      if (projectId !== null && !(project && (await jobs.hasProject(workspaceId, project)))) {
        return { userErrors: [noProject] };
      }
      const { from, to } = input.timeRange ?? {};
      if (from != null && to != null && from >= to) {
        return { userErrors: [invalid('timeRange', 'The end must come after the start')] };
      }
      return startJob(jobs, principal, { kind: 'REPRICING', input: jobInput(input, project) });
    },
  };
}

/** As the worker's handler reads it. */
function jobInput({ timeRange, dryRun }: RepriceRunsInput, projectId: string | undefined) {
  const { from, to } = timeRange ?? {};
  return {
    dryRun,
    ...(projectId !== undefined && { projectId }),
    ...(from != null && { from: formatInstant(from) }),
    ...(to != null && { to: formatInstant(to) }),
  };
}

const problems: Record<'too_many' | 'same_name' | 'missing', Mistake> = {
  too_many: {
    code: 'CONFLICT',
    message: `A workspace has at most ${maxPrices} prices and 4,000 versions of them`,
    path: [],
  },
  same_name: {
    code: 'CONFLICT',
    message: 'There is a price of this name with the same first day',
    path: ['name'],
  },
  missing: { code: 'NOT_FOUND', message: 'There is no such price', path: ['id'] },
};

const answer = (saved: SavedPrice) =>
  'price' in saved
    ? { modelPrice: saved.price, userErrors: [] }
    : { userErrors: [problems[saved.problem]] };
