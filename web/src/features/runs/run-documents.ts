import { graphql } from '../../gql/index.ts';

/** What a row shows; previews, never payloads. */
export const runListRowFragment = graphql(`
  fragment RunListRow on Run {
    id
    uuid
    traceUuid
    name
    runType
    status
    isRoot
    isPartial
    startedAt
    endedAt
    error
    inputPreview
    outputPreview
    model
    tags
    promptTokens
    completionTokens
    totalTokens
    totalCostUsd
  }
`);

export const runListQuery = graphql(`
  query RunList(
    $project: String!
    $filter: RunFilter
    $timeRange: TimeRange
    $first: Int!
    $after: String
  ) {
    project(name: $project) {
      id
      uuid
      name
      runs(first: $first, after: $after, filter: $filter, timeRange: $timeRange) {
        nodes {
          ...RunListRow @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** Why a list is empty: is there anything at all, and does the filter hide it? */
export const emptyRunsQuery = graphql(`
  query EmptyRuns($project: String!, $scope: RunFilter, $timeRange: TimeRange) {
    project(name: $project) {
      id
      ever: runs(first: 1, timeRange: {}) {
        nodes {
          id
          startedAt
        }
      }
      inRange: runs(first: 1, filter: $scope, timeRange: $timeRange) {
        nodes {
          id
        }
        count {
          value
          precision
        }
      }
    }
  }
`);

export const runEventsSubscription = graphql(`
  subscription RunListEvents($projectId: ID!, $filter: RunEventFilter, $after: String) {
    runEvents(projectId: $projectId, filter: $filter, after: $after) {
      __typename
      eventId
      ... on RunChanged {
        isStored
      }
      run {
        ...RunListRow @unmask
      }
    }
  }
`);
