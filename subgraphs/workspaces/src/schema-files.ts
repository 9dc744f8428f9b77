/** The schema text of this subgraph; the composition and the executable schema read the same files. */
export const schemaFiles = [
  new URL('./modules/workspaces/schema.graphql', import.meta.url),
  new URL('./modules/projects/schema.graphql', import.meta.url),
  new URL('./modules/api-keys/schema.graphql', import.meta.url),
  new URL('./modules/ingest/schema.graphql', import.meta.url),
  new URL('./modules/jobs/schema.graphql', import.meta.url),
  new URL('./modules/retention/schema.graphql', import.meta.url),
  new URL('./modules/saved-views/schema.graphql', import.meta.url),
  new URL('./modules/dashboards/schema.graphql', import.meta.url),
  new URL('./modules/prices/schema.graphql', import.meta.url),
  new URL('./modules/feedback-configs/schema.graphql', import.meta.url),
  new URL('./modules/feedback-tokens/schema.graphql', import.meta.url),
];
