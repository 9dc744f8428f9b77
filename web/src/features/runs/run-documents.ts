import { graphql } from '../../gql/index.ts';

/** Paths of metadata that can be columns at once: each has a name of its own in the document. */
export const mostMetadataColumns = 8;

/** What a row shows; previews, never payloads. Columns of metadata and feedback only when shown. */
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
    firstTokenAt
    error
    inputPreview
    outputPreview
    model
    tags
    threadId
    promptTokens
    completionTokens
    totalTokens
    totalCostUsd
    m0: metadataValue(path: $m0) @include(if: $has0)
    m1: metadataValue(path: $m1) @include(if: $has1)
    m2: metadataValue(path: $m2) @include(if: $has2)
    m3: metadataValue(path: $m3) @include(if: $has3)
    m4: metadataValue(path: $m4) @include(if: $has4)
    m5: metadataValue(path: $m5) @include(if: $has5)
    m6: metadataValue(path: $m6) @include(if: $has6)
    m7: metadataValue(path: $m7) @include(if: $has7)
    feedbackSummary @include(if: $withFeedback) {
      key
      count
      average
    }
  }
`);

export const runListQuery = graphql(`
  query RunList(
    $project: String!
    $filter: RunFilter
    $timeRange: TimeRange
    $orderBy: RunOrder
    $first: Int!
    $after: String
    $withFeedback: Boolean!
    $m0: String! = ""
    $m1: String! = ""
    $m2: String! = ""
    $m3: String! = ""
    $m4: String! = ""
    $m5: String! = ""
    $m6: String! = ""
    $m7: String! = ""
    $has0: Boolean! = false
    $has1: Boolean! = false
    $has2: Boolean! = false
    $has3: Boolean! = false
    $has4: Boolean! = false
    $has5: Boolean! = false
    $has6: Boolean! = false
    $has7: Boolean! = false
  ) {
    project(name: $project) {
      id
      uuid
      name
      runs(
        first: $first
        after: $after
        filter: $filter
        timeRange: $timeRange
        orderBy: $orderBy
      ) {
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

export const matchingCountQuery = graphql(`
  query MatchingRuns($project: String!, $filter: RunFilter, $timeRange: TimeRange) {
    project(name: $project) {
      id
      runs(first: 1, filter: $filter, timeRange: $timeRange) {
        count {
          value
          precision
        }
      }
    }
  }
`);

/** Why a list is empty: is there anything at all, does the filter hide it, is it in another scope? */
export const emptyRunsQuery = graphql(`
  query EmptyRuns(
    $project: String!
    $unfiltered: RunFilter
    $anyScope: RunFilter
    $timeRange: TimeRange
  ) {
    project(name: $project) {
      id
      ever: runs(first: 1, timeRange: {}) {
        nodes {
          id
          startedAt
        }
      }
      inRange: runs(first: 1, filter: $unfiltered, timeRange: $timeRange) {
        count {
          value
          precision
        }
      }
      inAnyScope: runs(first: 1, filter: $anyScope, timeRange: $timeRange) {
        nodes {
          id
        }
      }
    }
  }
`);

export const runEventsSubscription = graphql(`
  subscription RunListEvents(
    $projectId: ID!
    $filter: RunFilter
    $after: String
    $withFeedback: Boolean!
    $m0: String! = ""
    $m1: String! = ""
    $m2: String! = ""
    $m3: String! = ""
    $m4: String! = ""
    $m5: String! = ""
    $m6: String! = ""
    $m7: String! = ""
    $has0: Boolean! = false
    $has1: Boolean! = false
    $has2: Boolean! = false
    $has3: Boolean! = false
    $has4: Boolean! = false
    $has5: Boolean! = false
    $has6: Boolean! = false
    $has7: Boolean! = false
  ) {
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
