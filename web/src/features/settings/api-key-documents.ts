import { graphql } from '../../gql/index.ts';

export const apiKeyRowFragment = graphql(`
  fragment ApiKeyRow on ApiKey {
    id
    name
    displayPrefix
    scope
    mayDelete
    createdAt
    createdBy {
      id
      name
    }
    expiresAt
    lastUsedAt
    revokedAt
  }
`);

export const apiKeysQuery = graphql(`
  query ApiKeys {
    viewer {
      workspace {
        id
        apiKeys {
          id
          revokedAt
          expiresAt
          ...ApiKeyRow
        }
      }
    }
  }
`);

export const createApiKeyMutation = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      apiKey {
        id
      }
      secret
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const revokeApiKeyMutation = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      apiKey {
        id
        revokedAt
      }
      userErrors {
        code
        message
      }
    }
  }
`);
