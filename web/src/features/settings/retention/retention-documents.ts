import { graphql } from '../../../gql/index.ts';

export const retentionQuery = graphql(`
  query Retention($after: String) {
    viewer {
      workspace {
        id
        retentionDays
      }
    }
    projects(first: 50, after: $after) {
      nodes {
        id
        name
        retention {
          days
          isInherited
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const setRetentionMutation = graphql(`
  mutation SetRetention($input: SetRetentionInput!) {
    setRetention(input: $input) {
      project {
        id
        retention {
          days
          isInherited
        }
      }
      workspace {
        id
        retentionDays
      }
      userErrors {
        message
      }
    }
  }
`);
