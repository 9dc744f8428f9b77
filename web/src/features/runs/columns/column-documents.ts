import { graphql } from '../../../gql/index.ts';

/** What can be a column besides the known ones. */
export const columnKeysQuery = graphql(`
  query ListColumnKeys($project: String!, $contains: String) {
    project(name: $project) {
      id
      metadataKeys(contains: $contains, first: 30)
      facets(fields: [FEEDBACK_KEY], first: 30) {
        values {
          value
        }
      }
    }
  }
`);
