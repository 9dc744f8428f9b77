import { graphql } from '../../gql/index.ts';

export const shareLinkRowFragment = graphql(`
  fragment ShareLinkRow on ShareLink {
    id
    kind
    path
    threadId
    traceUuid
    runUuid
    createdAt
    expiresAt
    revokedAt
    lastUsedAt
    isActive
    run {
      id
      name
    }
    project {
      id
      name
    }
    createdBy {
      id
      name
    }
  }
`);

export const shareLinksQuery = graphql(`
  query ShareLinks($first: Int!, $after: String, $isActive: Boolean, $traceUuid: ID) {
    shareLinks(first: $first, after: $after, isActive: $isActive, traceUuid: $traceUuid) {
      nodes {
        ...ShareLinkRow @unmask
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const createShareLinkMutation = graphql(`
  mutation CreateShareLink($input: CreateShareLinkInput!) {
    createShareLink(input: $input) {
      shareLink {
        ...ShareLinkRow @unmask
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const revokeShareLinkMutation = graphql(`
  mutation RevokeShareLink($id: ID!) {
    revokeShareLink(input: { id: $id }) {
      shareLink {
        id
        revokedAt
        isActive
      }
      userErrors {
        code
        message
      }
    }
  }
`);

/** What a public page shows of a run in its tree. */
export const sharedRunRowFragment = graphql(`
  fragment SharedRunRow on SharedRun {
    uuid
    parentUuid
    name
    runType
    status
    isRoot
    startedAt
    endedAt
    firstTokenAt
    error
    model
    promptTokens
    completionTokens
    totalTokens
    totalCostUsd
  }
`);

export const sharedQuery = graphql(`
  query Shared($token: String!) {
    shared(token: $token) {
      kind
      expiresAt
      runCount
      root {
        uuid
        traceUuid
        name
      }
      turns(first: 100) {
        nodes {
          uuid
          traceUuid
          name
          startedAt
          inputPreview
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

export const sharedPageQuery = graphql(`
  query SharedPage($token: String!, $first: Int!, $after: String, $traceUuid: ID) {
    shared(token: $token) {
      kind
      runCount
      root {
        uuid
        endedAt
      }
      runs(first: $first, after: $after, traceUuid: $traceUuid) {
        nodes {
          ...SharedRunRow @unmask
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const sharedRunQuery = graphql(`
  query SharedRunDetails($token: String!, $uuid: ID!) {
    shared(token: $token) {
      kind
      run(uuid: $uuid) {
        uuid
        name
        runType
        status
        startedAt
        endedAt
        firstTokenAt
        latencyMs
        model
        error
        promptTokens
        completionTokens
        totalTokens
        totalCostUsd
        inputs: payload(field: INPUTS) {
          sizeBytes
          isTruncated
          json
          head
          url
        }
        outputs: payload(field: OUTPUTS) {
          sizeBytes
          isTruncated
          json
          head
          url
        }
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
      }
    }
  }
`);
