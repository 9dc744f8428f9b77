import type { Chart, ChartMetric } from '../../__generated__/resolvers.ts';
import type { DashboardMapper } from './mappers.ts';

// Dashboards that every project has. They are ordinary definitions under fixed ids, kept here and not
// in the database, so that they change with the product and a clone never does.

type Definition = Pick<DashboardMapper, 'name' | 'description' | 'charts'>;

const chart = (
  kind: Chart['kind'],
  title: string,
  metrics: ChartMetric[],
  more: Partial<Chart> = {},
): Chart => ({
  title,
  kind,
  metrics,
  feedbackKey: null,
  groupBy: [],
  top: 10,
  filter: null,
  bucket: 'AUTO',
  ...more,
});

const traces = { filter: { isRoot: true } };
const modelCalls = { filter: { runType: { in: ['LLM', 'EMBEDDING'] } } };
const toolCalls = { filter: { runType: { eq: 'TOOL' } } };
const byModel: Partial<Chart> = { groupBy: [{ field: 'MODEL' }], ...modelCalls };
const byTool: Partial<Chart> = { groupBy: [{ field: 'NAME' }], ...toolCalls };

const traffic: Definition = {
  name: 'Traffic and errors',
  description: 'How much is going on, and how much of it fails',
  charts: [
    chart('NUMBER', 'Traces', ['RUN_COUNT'], traces),
    chart('NUMBER', 'Failed traces', ['ERROR_RATE'], traces),
    chart('BAR', 'Traces by status', ['RUN_COUNT'], { groupBy: [{ field: 'STATUS' }], ...traces }),
    chart('LINE', 'Error rate of traces', ['ERROR_RATE'], traces),
    chart('BAR', 'Runs by type', ['RUN_COUNT'], { groupBy: [{ field: 'RUN_TYPE' }] }),
    chart('TABLE', 'Where errors are', ['RUN_COUNT', 'ERROR_COUNT'], {
      groupBy: [{ field: 'NAME' }],
      filter: { status: { eq: 'ERROR' } },
    }),
  ],
};

const latency: Definition = {
  name: 'Latency',
  description: 'How long people wait',
  charts: [
    chart('NUMBER', 'Half of the traces take', ['LATENCY_P50'], traces),
    chart('NUMBER', '99 of 100 traces take', ['LATENCY_P99'], traces),
    chart('LINE', 'Traces', ['LATENCY_P50', 'LATENCY_P95', 'LATENCY_P99'], traces),
    chart('LINE', 'Model calls', ['LATENCY_P50', 'LATENCY_P95', 'LATENCY_P99'], modelCalls),
    chart(
      'LINE',
      'First token',
      ['FIRST_TOKEN_P50', 'FIRST_TOKEN_P95', 'FIRST_TOKEN_P99'],
      modelCalls,
    ),
    chart('TABLE', 'By step', ['RUN_COUNT', 'LATENCY_P50', 'LATENCY_P95', 'LATENCY_P99'], {
      groupBy: [{ field: 'NAME' }],
      top: 25,
    }),
  ],
};

const tokens: Definition = {
  name: 'Tokens',
  description: 'What models read and write',
  charts: [
    chart('NUMBER', 'Tokens', ['TOTAL_TOKENS']),
    chart('BAR', 'Prompts and answers', ['PROMPT_TOKENS', 'COMPLETION_TOKENS']),
    chart('BAR', 'By kind, such as cached and reasoning', ['TOKEN_DETAILS']),
    chart('BAR', 'By model', ['TOTAL_TOKENS'], { groupBy: [{ field: 'MODEL' }] }),
    chart('LINE', 'For each trace', ['TOKENS_PER_RUN_P50', 'TOKENS_PER_RUN_P99'], traces),
  ],
};

const cost: Definition = {
  name: 'Cost',
  description: 'What it costs, as far as prices are known',
  charts: [
    chart('NUMBER', 'Cost', ['TOTAL_COST']),
    chart('NUMBER', 'A trace on average', ['COST_PER_RUN_AVG'], traces),
    chart('BAR', 'Prompts and answers', ['PROMPT_COST', 'COMPLETION_COST']),
    chart('BAR', 'By model', ['TOTAL_COST'], { groupBy: [{ field: 'MODEL' }] }),
    chart('LINE', 'For each trace', ['COST_PER_RUN_P50', 'COST_PER_RUN_P99'], traces),
    chart('TABLE', 'By user', ['TOTAL_COST', 'TOTAL_TOKENS', 'RUN_COUNT'], {
      groupBy: [{ field: 'USER' }],
      top: 25,
      ...traces,
    }),
  ],
};

const feedback: Definition = {
  name: 'Feedback',
  description: 'What people and evaluators say',
  charts: [
    chart('LINE', 'Mean of each key', ['FEEDBACK_AVERAGE']),
    chart('BAR', 'How many judgements', ['FEEDBACK_COUNT']),
    chart('TABLE', 'By step', ['FEEDBACK_AVERAGE', 'FEEDBACK_COUNT'], {
      groupBy: [{ field: 'NAME' }],
    }),
  ],
};

const models: Definition = {
  name: 'Models',
  description: 'Models next to each other',
  charts: [
    chart('BAR', 'Calls', ['RUN_COUNT'], byModel),
    chart('LINE', 'Error rate', ['ERROR_RATE'], byModel),
    chart('LINE', 'Median latency', ['LATENCY_P50'], byModel),
    chart('LINE', 'Median time to the first token', ['FIRST_TOKEN_P50'], byModel),
    chart(
      'TABLE',
      'All together',
      ['RUN_COUNT', 'ERROR_RATE', 'LATENCY_P95', 'FIRST_TOKEN_P95', 'TOTAL_TOKENS', 'TOTAL_COST'],
      { ...byModel, top: 25 },
    ),
  ],
};

const tools: Definition = {
  name: 'Tools',
  description: 'What agents call',
  charts: [
    chart('BAR', 'Calls', ['RUN_COUNT'], byTool),
    chart('LINE', 'Error rate', ['ERROR_RATE'], byTool),
    chart('LINE', 'Median latency', ['LATENCY_P50'], byTool),
    chart('TABLE', 'All together', ['RUN_COUNT', 'ERROR_RATE', 'LATENCY_P50', 'LATENCY_P99'], {
      ...byTool,
      top: 25,
    }),
  ],
};

/** By fixed ids, which no clock makes. */
const prebuilt: ReadonlyMap<string, Definition> = new Map(
  [traffic, latency, tokens, cost, feedback, models, tools].map((definition, index) => [
    `00000000-0000-8000-8000-${String(index + 1).padStart(12, '0')}`,
    definition,
  ]),
);

const toDashboard = (
  uuid: string,
  definition: Definition,
  place: { workspaceId: string; projectId: string | null },
): DashboardMapper => ({
  uuid,
  ...place,
  ...definition,
  isPrebuilt: true,
  createdAt: null,
  updatedAt: null,
});

/** All of them, as those of a project or, without one, of the workspace. */
export const prebuiltDashboards = (place: {
  workspaceId: string;
  projectId: string | null;
}): DashboardMapper[] =>
  [...prebuilt].map(([uuid, definition]) => toDashboard(uuid, definition, place));

/** The one of this id, if it is one. */
export function prebuiltDashboard(workspaceId: string, uuid: string): DashboardMapper | undefined {
  const definition = prebuilt.get(uuid);
  return definition && toDashboard(uuid, definition, { workspaceId, projectId: null });
}
