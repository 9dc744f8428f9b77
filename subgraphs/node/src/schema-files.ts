/** The schema text of this subgraph; the composition and the executable schema read the same files. */
export const schemaFiles = [new URL('./schema.graphql', import.meta.url)];
