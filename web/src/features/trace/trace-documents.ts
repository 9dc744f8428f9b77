import { graphql } from '../../gql/index.ts';

/** The least of a run that makes a row of tree and waterfall; never a payload. */
export const traceRunSkeletonFragment = graphql(`
  fragment TraceRunSkeleton on Run {
    id
    uuid
    parentUuid
    name
    runType
    status
    isRoot
    isPartial
    startedAt
    endedAt
    firstTokenAt
    error
    model
  }
`);

/** With the figures, for which the server sums up what is below. */
export const traceRunRowFragment = graphql(`
  fragment TraceRunRow on Run {
    ...TraceRunSkeleton @unmask
    promptTokens
    completionTokens
    totalTokens
    totalCostUsd
  }
`);

/**
 * What is on screen first: few runs without figures, since summing those up reads the whole trace,
 * which in one of 30,000 runs takes longer than all the rest.
 */
export const traceStartQuery = graphql(`
  query TraceStart($id: ID!, $first: Int!) {
    trace(id: $id) {
      uuid
      root {
        id
        threadId
        project {
          id
          uuid
          name
        }
      }
      runCount
      endedAt
      runs(first: $first) {
        nodes {
          ...TraceRunSkeleton @unmask
        }
      }
    }
  }
`);

/** Where runs stand whose parents have not arrived. It grows with depth, so it is asked for those only. */
export const dottedOrdersQuery = graphql(`
  query TraceDottedOrders($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Run {
        uuid
        dottedOrder
      }
    }
  }
`);

export const tracePageQuery = graphql(`
  query TracePage($id: ID!, $first: Int!, $after: String) {
    trace(id: $id) {
      uuid
      root {
        id
        threadId
        project {
          id
          uuid
          name
        }
      }
      runCount
      endedAt
      runs(first: $first, after: $after) {
        nodes {
          ...TraceRunRow @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** The project of a trace whose root has not come yet. */
export const runProjectQuery = graphql(`
  query TraceRunProject($id: ID!) {
    run(id: $id) {
      id
      project {
        id
        uuid
        name
      }
    }
  }
`);

export const traceEventsSubscription = graphql(`
  subscription TraceEvents($traceUuid: ID!, $projectId: ID!, $after: String) {
    traceEvents(traceUuid: $traceUuid, projectId: $projectId, after: $after) {
      __typename
      eventId
      ... on RunChanged {
        isStored
      }
      run {
        ...TraceRunRow @unmask
        dottedOrder
      }
    }
  }
`);

/** Large payloads come as their beginning; the rest is fetched as a file when it is asked for. */
export const tracePayloadFragment = graphql(`
  fragment TracePayload on Payload {
    sizeBytes
    isTruncated
    json
    head
  }
`);

export const runDetailsQuery = graphql(`
  query TraceRunDetails($id: ID!) {
    run(id: $id) {
      id
      uuid
      name
      runType
      status
      startedAt
      endedAt
      firstTokenAt
      latencyMs
      model
      threadId
      tags
      metadata
      warnings
      promptTokens
      completionTokens
      totalTokens
      totalCostUsd
      inputsBytes
      outputsBytes
      inputs: payload(field: INPUTS) {
        ...TracePayload @unmask
      }
      outputs: payload(field: OUTPUTS) {
        ...TracePayload @unmask
      }
      errorFull
      media {
        sha256
        mimeType
        sizeBytes
        url
      }
      attachments {
        name
        mimeType
        sizeBytes
        url
      }
      feedback {
        uuid
        key
        score
        value
        comment
        correction
        source
        isError
        createdAt
      }
    }
  }
`);

/** What only the raw tab shows. */
export const runRawQuery = graphql(`
  query TraceRunRaw($id: ID!) {
    run(id: $id) {
      id
      events: payload(field: EVENTS) {
        ...TracePayload @unmask
      }
      extra: payload(field: EXTRA) {
        ...TracePayload @unmask
      }
      serialized: payload(field: SERIALIZED) {
        ...TracePayload @unmask
      }
    }
  }
`);

/** A large payload and what was lifted out of it: links are over after minutes, so they are asked for when they are needed. */
export const payloadLinkQuery = graphql(`
  query TracePayloadLink($id: ID!, $field: PayloadField!) {
    run(id: $id) {
      id
      payload(field: $field) {
        url
      }
      media(fields: [$field], searchLarge: true) {
        sha256
        mimeType
        sizeBytes
        url
      }
    }
  }
`);

/** The neighbours of a trace in its thread; apart, so that it delays nothing. */
export const traceTurnsQuery = graphql(`
  query TraceTurns($id: ID!) {
    run(id: $id) {
      id
      previousTurn {
        uuid
      }
      nextTurn {
        uuid
      }
    }
  }
`);

/** Where a text occurs in what went in and out of the runs of a trace. */
export const contentSearchQuery = graphql(`
  query TraceContentSearch($id: ID!, $text: String!) {
    trace(id: $id) {
      uuid
      searchRuns(text: $text) {
        runUuids
        precision
      }
    }
  }
`);

/** What stands before and after a run in the list it was opened from. */
export const listNeighboursQuery = graphql(`
  query TraceListNeighbours(
    $id: ID!
    $filter: RunFilter
    $timeRange: TimeRange
    $orderBy: RunOrder
  ) {
    run(id: $id) {
      id
      neighbours(filter: $filter, timeRange: $timeRange, orderBy: $orderBy) {
        previous {
          id
          uuid
          traceUuid
        }
        next {
          id
          uuid
          traceUuid
        }
      }
    }
  }
`);
