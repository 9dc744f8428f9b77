import { graphql } from '../../gql/index.ts';

export const runCostQuery = graphql(`
  query RunCost($id: ID!) {
    run(id: $id) {
      id
      cost {
        totalUsd
        source
        estimatedUsd
        priceEntry
        priceFrom
        tableAsOf
        unpricedReason
        mode
        tierOverInputTokens
        marks
        parts {
          part
          model
          tokens
          rateUsdPerMillion
          usd
          note
        }
        unpricedParts {
          part
          model
          tokens
        }
      }
    }
  }
`);
