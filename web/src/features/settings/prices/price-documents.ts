import { graphql } from '../../../gql/index.ts';

export const ownPriceFragment = graphql(`
  fragment OwnPrice on ModelPrice {
    id
    name
    pattern
    provider
    from
    knownSince
    rates {
      subtype
      usdPerMillion
    }
    changedBy {
      id
      name
    }
  }
`);

export const ownPricesQuery = graphql(`
  query OwnPrices {
    modelPrices {
      tableAsOf
      providers
      own {
        id
        ...OwnPrice
      }
    }
  }
`);

export const tablePricesQuery = graphql(`
  query TablePrices($search: String!, $provider: String, $after: String) {
    modelPrices {
      table(search: $search, provider: $provider, first: 25, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          entry
          provider
          model
          kind
          isSingleSource
          isDerived
          notes
          doubt
          modes {
            mode
            factor
          }
          sources {
            name
            url
            date
          }
          rows {
            from
            hoursUtc
            isWeekdaysOnly
            rates {
              subtype
              usdPerMillion
            }
            tiers {
              overInputTokens
              rates {
                subtype
                usdPerMillion
              }
            }
          }
        }
      }
    }
  }
`);

export const recentModelsQuery = graphql(`
  query RecentModels($pattern: String, $provider: String) {
    recentModels(pattern: $pattern, provider: $provider) {
      model
      provider
      runCount
      unpricedCount
      priceEntry
    }
  }
`);

export const createModelPriceMutation = graphql(`
  mutation CreateModelPrice($input: CreateModelPriceInput!) {
    createModelPrice(input: $input) {
      modelPrice {
        id
        ...OwnPrice
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const updateModelPriceMutation = graphql(`
  mutation UpdateModelPrice($input: UpdateModelPriceInput!) {
    updateModelPrice(input: $input) {
      modelPrice {
        id
        ...OwnPrice
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const deleteModelPriceMutation = graphql(`
  mutation DeleteModelPrice($input: DeleteModelPriceInput!) {
    deleteModelPrice(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const repriceRunsMutation = graphql(`
  mutation RepriceRuns($input: RepriceRunsInput!) {
    repriceRuns(input: $input) {
      job {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const repricingJobQuery = graphql(`
  query RepricingJob($id: ID!) {
    job(id: $id) {
      id
      state
      progress
      result
      error
    }
  }
`);
