/** The schema text of this subgraph; the composition and the executable schema read the same files. */
export const schemaFiles = [
  new URL('./modules/runs/schema.graphql', import.meta.url),
  new URL('./modules/filter/schema.graphql', import.meta.url),
  new URL('./modules/files/schema.graphql', import.meta.url),
  new URL('./modules/feedback/schema.graphql', import.meta.url),
  new URL('./modules/sharing/schema.graphql', import.meta.url),
  new URL('./modules/threads/schema.graphql', import.meta.url),
  new URL('./modules/users/schema.graphql', import.meta.url),
  new URL('./modules/facets/schema.graphql', import.meta.url),
  new URL('./modules/live/schema.graphql', import.meta.url),
  new URL('./modules/metrics/schema.graphql', import.meta.url),
  new URL('./modules/cost/schema.graphql', import.meta.url),
];
