import { graphql } from '../../../gql/index.ts';

export const userListRowFragment = graphql(`
  fragment UserListRow on ProjectUser {
    userId
    traceCount
    threadCount
    errorCount
    totalTokens
    totalCostUsd
    firstSeenAt
    lastSeenAt
    feedback {
      key
      count
      average
    }
  }
`);

export const userListQuery = graphql(`
  query UserList(
    $project: String!
    $nameContains: String
    $timeRange: TimeRange
    $first: Int!
    $after: String
  ) {
    project(name: $project) {
      id
      users(first: $first, after: $after, nameContains: $nameContains, timeRange: $timeRange) {
        nodes {
          ...UserListRow @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
