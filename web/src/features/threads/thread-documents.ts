import { graphql } from '../../gql/index.ts';

export const turnFragment = graphql(`
  fragment ThreadTurn on Trace {
    uuid
    startedAt
    endedAt
    latencyMs
    runCount
    errorCount
    totalTokens
    totalCostUsd
    root {
      id
      uuid
      name
      status
      error
      inputPreview
      outputPreview
      feedbackSummary {
        key
        count
        average
      }
    }
  }
`);

export const threadQuery = graphql(`
  query ThreadPage($project: String!, $threadId: String!, $first: Int!, $after: String) {
    project(name: $project) {
      id
      uuid
      thread(threadId: $threadId) {
        threadId
        turnCount
        errorCount
        firstStartedAt
        lastStartedAt
        lastEndedAt
        isIdle
        totalTokens
        promptTokens
        completionTokens
        totalCostUsd
        latencyP50Ms
        latencyP99Ms
        userId
        turns(first: $first, after: $after, orderBy: { field: STARTED_AT, direction: DESC }) {
          nodes {
            ...ThreadTurn @unmask
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

export const turnContentQuery = graphql(`
  query TurnContent($id: ID!) {
    run(id: $id) {
      id
      inputs
      outputs
      inputsBytes
      outputsBytes
    }
  }
`);

export const firstErrorQuery = graphql(`
  query FirstThreadError($project: String!, $filter: RunFilter) {
    project(name: $project) {
      id
      traces(
        first: 1
        filter: $filter
        timeRange: {}
        orderBy: { field: STARTED_AT, direction: ASC }
      ) {
        nodes {
          uuid
        }
      }
    }
  }
`);

export const threadEventsSubscription = graphql(`
  subscription ThreadPageEvents($projectId: ID!, $threadId: String!, $after: String) {
    threadEvents(projectId: $projectId, threadId: $threadId, after: $after) {
      __typename
      eventId
    }
  }
`);
