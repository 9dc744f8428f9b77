import { toStorableText } from '@runlight/auth';
import type { Complete } from '@runlight/graphql';
import type { Tables } from '@runlight/postgres';
import { isSameScale, readScale } from '@runlight/run-model';
import type { FeedbackCategory, FeedbackScale } from '@runlight/run-model';
import { invalidInput } from '@runlight/service';
import type { Kysely } from 'kysely';
import type {
  FeedbackConfigResolvers,
  FeedbackScaleInput,
  FeedbackScaleType,
  MutationResolvers,
  QueryResolvers,
  UpdateFeedbackConfigInput,
} from '../../__generated__/resolvers.ts';
import { invalid } from '../../user-error.ts';
import type { Mistake } from '../../user-error.ts';
import type { FeedbackConfigMapper } from './mappers.ts';
import { createFeedbackConfigStore, maxConfigs } from './store.ts';
import type { ConfigFacts } from './store.ts';

const maxKeyLength = 128;

export function createFeedbackConfigsModule({ db }: { db: Kysely<Tables> }) {
  const store = createFeedbackConfigStore(db);

  const Query: Pick<QueryResolvers, 'feedbackConfigs'> = {
    feedbackConfigs: (_root, args, { principal }) => {
      if ((args.keys?.length ?? 0) > 100) throw invalidInput('keys has more than 100 items');
      return store.list(principal.workspaceId, args);
    },
  };

  const Mutation: Pick<
    MutationResolvers,
    'createFeedbackConfig' | 'updateFeedbackConfig' | 'deleteFeedbackConfig'
  > = {
    createFeedbackConfig: async (_root, { input }, { principal: { workspaceId } }) => {
      const key = toStorableText(input.key.trim());
      if (key.length < 1 || key.length > maxKeyLength) {
        return refused(invalid('key', `A key has 1 to ${maxKeyLength} characters`));
      }
      const read = readScaleInput(input.scale);
      if ('mistake' in read) return refused(read.mistake);
      const { isLowerScoreBetter = null, isEnforced } = input;
      const facts = { scale: read.scale, isLowerScoreBetter, isEnforced: isEnforced ?? false };
      if ((await store.count(workspaceId)) >= maxConfigs) return refused(tooMany);
      const created = await store.create(workspaceId, key, facts);
      if (created) return { feedbackConfig: created, userErrors: [] };
      const known = await store.find(workspaceId, key);
      if (known && isSame(known, facts)) return { feedbackConfig: known, userErrors: [] };
      return refused(known?.isEnforced ? enforced : different);
    },

    updateFeedbackConfig: async (_root, { input }, { principal: { workspaceId } }) => {
      const known = await store.find(workspaceId, input.key);
      if (!known) return refused(missing);
      const read = readChange(known, input);
      if ('mistake' in read) return refused(read.mistake);
      const feedbackConfig = await store.update(workspaceId, input.key, read.facts);
      return feedbackConfig ? { feedbackConfig, userErrors: [] } : refused(missing);
    },

    deleteFeedbackConfig: async (_root, { input: { key } }, { principal: { workspaceId } }) =>
      (await store.remove(workspaceId, key))
        ? { deletedKey: key, userErrors: [] }
        : { deletedKey: null, userErrors: [missing] },
  };

  return { Query, Mutation, FeedbackConfig };
}

/** Whether it is enforced does not make it another scale. */
const isSame = (known: FeedbackConfigMapper, { scale, isLowerScoreBetter }: ConfigFacts): boolean =>
  isSameScale(known.scale, scale) &&
  (isLowerScoreBetter ?? known.isLowerScoreBetter) === known.isLowerScoreBetter;

type Input = Omit<FeedbackScaleInput, 'type'> & { type: FeedbackScaleType };

export function readScaleInput(
  { type, allowsMultipleCategories, ...rest }: Input,
  field = 'scale',
): { scale: FeedbackScale } | { mistake: Mistake } {
  const wire = {
    ...rest,
    type: type.toLowerCase(),
    allows_multiple_categories: allowsMultipleCategories,
  };
  const read = readScale(wire);
  return 'scale' in read ? read : { mistake: invalid(field, read.problem) };
}

function readChange(
  known: FeedbackConfigMapper,
  input: UpdateFeedbackConfigInput,
): { facts: ConfigFacts } | { mistake: Mistake } {
  const given = input.scale ? readScaleInput(input.scale) : { scale: known.scale };
  if ('mistake' in given) return given;
  const { addCategories: added, removeCategories: removed } = input;
  const changed = added || removed ? withCategories(given.scale, added, removed) : given;
  if ('mistake' in changed) return changed;
  return {
    facts: {
      scale: changed.scale,
      isLowerScoreBetter:
        input.isLowerScoreBetter === undefined
          ? known.isLowerScoreBetter
          : input.isLowerScoreBetter,
      isEnforced: input.isEnforced ?? known.isEnforced,
    },
  };
}

function withCategories(
  scale: FeedbackScale,
  added: UpdateFeedbackConfigInput['addCategories'],
  removed: UpdateFeedbackConfigInput['removeCategories'],
): { scale: FeedbackScale } | { mistake: Mistake } {
  if (scale.type !== 'categorical') {
    return { mistake: invalid('addCategories', 'Only a categorical scale has categories') };
  }
  const gone = new Set([...(removed ?? []), ...(added ?? []).map(({ value }) => value)]);
  const kept = (scale.categories ?? []).filter(({ value }) => !gone.has(value));
  const read = readScale({ ...scale, categories: [...kept, ...(added ?? [])] });
  return 'scale' in read ? read : { mistake: invalid('addCategories', read.problem) };
}

const refused = (mistake: Mistake) => ({ feedbackConfig: null, userErrors: [mistake] });

const different: Mistake = invalid('scale', 'The key has another scale already; change that one');
const enforced: Mistake = {
  code: 'CONFLICT',
  message: 'The key has another scale, which is enforced',
  path: ['scale'],
};
const missing: Mistake = {
  code: 'NOT_FOUND',
  message: 'There is no scale for this key',
  path: ['key'],
};
const tooMany: Mistake = {
  code: 'CONFLICT',
  message: `A workspace has scales for at most ${maxConfigs} keys`,
  path: ['key'],
};

const FeedbackConfig: Complete<FeedbackConfigResolvers, FeedbackConfigMapper> = {
  type: ({ scale }) => scale.type.toUpperCase() as FeedbackScaleType,
  min: ({ scale }) => scale.min ?? null,
  max: ({ scale }) => scale.max ?? null,
  categories: ({ scale }) => (scale.categories ?? []).map(categoryOf),
  allowsMultipleCategories: ({ scale }) => scale.allows_multiple_categories ?? false,
};

const categoryOf = ({ value, label }: FeedbackCategory) => ({ value, label: label ?? null });
