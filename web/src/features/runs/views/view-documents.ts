import { graphql } from '../../../gql/index.ts';

export const listViewFragment = graphql(`
  fragment ListView on SavedView {
    id
    name
    kind
    visibility
    filter
    columns
    orderBy
    timeRange
    isDefault
    canEdit
    owner {
      id
      name
    }
  }
`);

export const listViewsQuery = graphql(`
  query ListViews($project: String!, $kind: SavedViewKind) {
    project(name: $project) {
      id
      savedViews(kind: $kind) {
        ...ListView @unmask
      }
    }
  }
`);

export const createViewMutation = graphql(`
  mutation CreateListView($input: CreateSavedViewInput!) {
    createSavedView(input: $input) {
      savedView {
        ...ListView @unmask
      }
      userErrors {
        message
      }
    }
  }
`);

export const updateViewMutation = graphql(`
  mutation UpdateListView($input: UpdateSavedViewInput!) {
    updateSavedView(input: $input) {
      savedView {
        ...ListView @unmask
      }
      userErrors {
        message
      }
    }
  }
`);

export const deleteViewMutation = graphql(`
  mutation DeleteListView($input: DeleteSavedViewInput!) {
    deleteSavedView(input: $input) {
      deletedId
      userErrors {
        message
      }
    }
  }
`);

export const setDefaultViewMutation = graphql(`
  mutation SetDefaultListView($input: SetDefaultSavedViewInput!) {
    setDefaultSavedView(input: $input) {
      savedView {
        id
      }
      userErrors {
        message
      }
    }
  }
`);
