import { graphql } from '../../gql/index.ts';

export const problemRowFragment = graphql(`
  fragment ProblemRow on IngestProblem {
    id
    kind
    state
    reason
    detail
    runUuid
    occurrences
    lastAt
    apiKey {
      id
      name
      displayPrefix
    }
    sdk {
      userAgent
      name
      version
    }
  }
`);

export const inboxQuery = graphql(`
  query Inbox($first: Int!, $after: String, $filter: IngestProblemFilter) {
    viewer {
      workspace {
        id
        ingestProblems(first: $first, after: $after, filter: $filter) {
          edges {
            cursor
            node {
              id
              canReplay
              lastAt
              ...ProblemRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const inboxEventsSubscription = graphql(`
  subscription InboxEvents($after: String) {
    ingestProblemEvents(after: $after) {
      __typename
      eventId
      problem {
        id
        kind
        canReplay
        lastAt
        attempts
        ...ProblemRow
      }
      ... on IngestProblemRemoved {
        problemId
      }
    }
  }
`);

export const problemDetailsQuery = graphql(`
  query ProblemDetails($id: ID!) {
    viewer {
      workspace {
        id
        ingestProblem(id: $id) {
          id
          kind
          state
          code
          reason
          detail
          runUuid
          part
          batchUuid
          occurrences
          attempts
          firstAt
          lastAt
          canReplay
          apiKey {
            id
            name
            displayPrefix
            revokedAt
          }
          sdk {
            userAgent
            name
            version
          }
          payload {
            value
            isCut
            sizeBytes
          }
        }
      }
    }
  }
`);

export const replayProblemsMutation = graphql(`
  mutation ReplayProblems($input: ReplayIngestProblemsInput!) {
    replayIngestProblems(input: $input) {
      requested
      problems {
        id
        state
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const replayAllProblemsMutation = graphql(`
  mutation ReplayAllProblems($input: ReplayAllIngestProblemsInput!) {
    replayAllIngestProblems(input: $input) {
      requested
      skipped
      hasMore
    }
  }
`);

export const purgeProblemsMutation = graphql(`
  mutation PurgeProblems($input: PurgeIngestProblemsInput!) {
    purgeIngestProblems(input: $input) {
      purged
      purgedIds
    }
  }
`);

export const purgeAllProblemsMutation = graphql(`
  mutation PurgeAllProblems($input: PurgeAllIngestProblemsInput!) {
    purgeAllIngestProblems(input: $input) {
      purged
      hasMore
    }
  }
`);

/** How many problems there are; for the list and for the badge. */
export const problemCountQuery = graphql(`
  query ProblemCount($filter: IngestProblemFilter) {
    viewer {
      workspace {
        id
        counted: ingestProblems(first: 1, filter: $filter) {
          count {
            value
            precision
          }
        }
      }
    }
  }
`);

export const ingestLagQuery = graphql(`
  query IngestLag {
    viewer {
      workspace {
        id
        ingestStatus {
          isDelayed
          lagSeconds
        }
      }
    }
  }
`);
