import { graphql } from '../../gql/index.ts';

export const feedbackScalesQuery = graphql(`
  query FeedbackScales {
    feedbackConfigs {
      key
      type
      min
      max
      categories {
        value
        label
      }
      isLowerScoreBetter
      isEnforced
    }
  }
`);

export const createScaleMutation = graphql(`
  mutation CreateFeedbackScale($input: CreateFeedbackConfigInput!) {
    createFeedbackConfig(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const updateScaleMutation = graphql(`
  mutation UpdateFeedbackScale($input: UpdateFeedbackConfigInput!) {
    updateFeedbackConfig(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

export const deleteScaleMutation = graphql(`
  mutation DeleteFeedbackScale($key: String!) {
    deleteFeedbackConfig(input: { key: $key }) {
      userErrors {
        code
        message
      }
    }
  }
`);
