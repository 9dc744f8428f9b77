import { graphql } from '../../../../gql/index.ts';

export const feedbackItemFragment = graphql(`
  fragment FeedbackItem on Feedback {
    id
    uuid
    key
    score
    value
    comment
    correction
    source
    isError
    createdAt
    modifiedAt
    isMine
    mayChange
    user {
      id
      name
    }
  }
`);

/** What is said of a run, and what one may say: apart from the run, since it changes by itself. */
export const runFeedbackQuery = graphql(`
  query RunFeedback($id: ID!) {
    run(id: $id) {
      id
      feedback {
        ...FeedbackItem @unmask
      }
    }
    viewer {
      permissions
    }
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
    }
  }
`);

export const createFeedbackMutation = graphql(`
  mutation CreateFeedback($input: CreateFeedbackInput!) {
    createFeedback(input: $input) {
      feedback {
        ...FeedbackItem @unmask
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const updateFeedbackMutation = graphql(`
  mutation UpdateFeedback($input: UpdateFeedbackInput!) {
    updateFeedback(input: $input) {
      feedback {
        ...FeedbackItem @unmask
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const deleteFeedbackMutation = graphql(`
  mutation DeleteFeedback($id: ID!) {
    deleteFeedback(input: { id: $id }) {
      deletedId
      userErrors {
        code
        message
      }
    }
  }
`);
