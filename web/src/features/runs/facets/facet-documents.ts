import { graphql } from '../../../gql/index.ts';

export const listFacetsQuery = graphql(`
  query ListFacets(
    $project: String!
    $fields: [RunFacetField!]!
    $metadataKeys: [String!]
    $filter: RunFilter
    $timeRange: TimeRange
    $first: Int!
  ) {
    project(name: $project) {
      id
      facets(
        fields: $fields
        metadataKeys: $metadataKeys
        filter: $filter
        timeRange: $timeRange
        first: $first
      ) {
        field
        metadataKey
        otherCount
        precision
        values {
          value
          count
        }
      }
    }
  }
`);

export const metadataKeysQuery = graphql(`
  query ListMetadataKeys($project: String!, $contains: String) {
    project(name: $project) {
      id
      metadataKeys(contains: $contains, first: 30)
    }
  }
`);
