import { invalidInput } from '@runlight/service';
import type { FastifyInstance } from 'fastify';
import type { IngestContext } from '../../context.ts';
import { requireNoMistake } from '../graph-errors.ts';
import type { GraphUserError } from '../graph-errors.ts';
import { count, flag, object, text, texts } from '../read-values.ts';
import type { Source } from '../read-values.ts';
import { registerSdkRoute } from '../sdk-route.ts';
import type { SdkHandler, SdkRequest } from '../sdk-route.ts';
import { describeScale, readCategory, readScale, scaleSelection } from './scale.ts';
import type { GraphScale } from './scale.ts';

/** `/feedback-configs`: how feedback with a key is judged (langsmith-protocol §7). */
export function registerFeedbackConfigs(app: FastifyInstance, context: IngestContext): void {
  const path = '/feedback-configs';
  registerSdkRoute(app, context, { method: 'GET', path, handler: listConfigs });
  registerSdkRoute(app, context, { method: 'POST', path, handler: createConfig });
  registerSdkRoute(app, context, { method: 'PATCH', path, handler: updateConfig });
  registerSdkRoute(app, context, { method: 'DELETE', path, handler: deleteConfig });
}

interface GraphConfig extends GraphScale {
  key: string;
  isLowerScoreBetter: boolean | null;
  isEnforced: boolean;
  modifiedAt: string;
}

const selection = `key ${scaleSelection} isLowerScoreBetter isEnforced modifiedAt`;

const describeConfig = (config: GraphConfig, { identity }: SdkRequest): object => ({
  feedback_key: config.key,
  feedback_config: describeScale(config),
  tenant_id: identity?.workspaceId,
  modified_at: config.modifiedAt,
  is_lower_score_better: config.isLowerScoreBetter ?? false,
  is_enforced: config.isEnforced,
});

const listConfigs: SdkHandler = async (request) => {
  const { query, graph } = request;
  const keys = texts(query, 'key');
  const { feedbackConfigs } = await graph.ask<{ feedbackConfigs: GraphConfig[] }>(
    `query SdkFeedbackConfigs($keys: [String!], $nameContains: String, $isEnforced: Boolean) {
      feedbackConfigs(keys: $keys, nameContains: $nameContains, isEnforced: $isEnforced) {
        ${selection}
      }
    }`,
    {
      keys: keys.length > 0 ? keys : undefined,
      nameContains: text(query, 'name_contains'),
      isEnforced: flag(query, 'is_enforced'),
    },
  );
  const offset = count(query, 'offset', { most: 100_000, fallback: 0 });
  const limit = count(query, 'limit', { least: 1, most: 100, fallback: 100 });
  return feedbackConfigs
    .slice(offset, offset + limit)
    .map((config) => describeConfig(config, request));
};

const changeDocument = (mutation: string, input: string) => `
  mutation SdkFeedbackConfig($input: ${input}!) {
    change: ${mutation}(input: $input) {
      feedbackConfig { ${selection} }
      userErrors { code message }
    }
  }`;

async function change(request: SdkRequest, document: string, input: object): Promise<object> {
  const answer = await request.graph.ask<{
    change: { feedbackConfig: GraphConfig | null; userErrors: GraphUserError[] };
  }>(document, { input });
  requireNoMistake(answer.change.userErrors);
  return describeConfig(answer.change.feedbackConfig!, request);
}

function keyOf(source: Source): string {
  const key = text(source, 'feedback_key');
  if (key === undefined) throw invalidInput('feedback_key is missing');
  return key;
}

const createConfig: SdkHandler = (request) => {
  const { body } = request;
  const config = object(body, 'feedback_config');
  if (!config) throw invalidInput('feedback_config is missing');
  return change(request, changeDocument('createFeedbackConfig', 'CreateFeedbackConfigInput'), {
    key: keyOf(body),
    scale: readScale(config),
    isLowerScoreBetter: flag(body, 'is_lower_score_better'),
    isEnforced: flag(body, 'is_enforced') ?? false,
  });
};

const updateConfig: SdkHandler = (request) => {
  const { body } = request;
  const config = object(body, 'feedback_config');
  const { add_categories: added, remove_categories: removed } = body;
  return change(request, changeDocument('updateFeedbackConfig', 'UpdateFeedbackConfigInput'), {
    key: keyOf(body),
    scale: config && readScale(config),
    isLowerScoreBetter: flag(body, 'is_lower_score_better'),
    addCategories: Array.isArray(added) ? added.map(readCategory) : undefined,
    removeCategories: Array.isArray(removed) ? removed.map(valueOf) : undefined,
  });
};

/** A category to remove is named by its value, or given whole. */
const valueOf = (category: unknown): unknown =>
  typeof category === 'object' && category !== null ? (category as Source)['value'] : category;

const deleteConfig: SdkHandler = async ({ query, graph, reply }) => {
  const { deleteFeedbackConfig: deleted } = await graph.ask<{
    deleteFeedbackConfig: { userErrors: GraphUserError[] };
  }>(
    `mutation SdkDeleteFeedbackConfig($input: DeleteFeedbackConfigInput!) {
      deleteFeedbackConfig(input: $input) { userErrors { code message } }
    }`,
    { input: { key: keyOf(query) } },
  );
  requireNoMistake(deleted.userErrors);
  void reply.code(204);
};
