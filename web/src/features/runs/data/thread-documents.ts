import { graphql } from '../../../gql/index.ts';

export const threadListRowFragment = graphql(`
  fragment ThreadListRow on Thread {
    threadId
    turnCount
    errorCount
    firstStartedAt
    lastStartedAt
    isIdle
    totalTokens
    totalCostUsd
    latencyP50Ms
    latencyP99Ms
    firstInputPreview
    lastOutputPreview
    lastError
    userId
  }
`);

export const threadListQuery = graphql(`
  query ThreadList(
    $project: String!
    $filter: RunFilter
    $timeRange: TimeRange
    $first: Int!
    $after: String
  ) {
    project(name: $project) {
      id
      threads(first: $first, after: $after, filter: $filter, timeRange: $timeRange) {
        nodes {
          ...ThreadListRow @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
