import { graphql } from '../../../gql/index.ts';

export const jobRowFragment = graphql(`
  fragment JobRow on Job {
    id
    uuid
    kind
    state
    input
    progress
    error
    isCancelRequested
    createdAt
    startedAt
    finishedAt
    createdBy {
      id
      name
    }
  }
`);

export const jobsQuery = graphql(`
  query Jobs($kinds: [JobKind!], $after: String) {
    jobs(kinds: $kinds, after: $after, first: 25) {
      nodes {
        id
        ...JobRow @unmask
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const jobQuery = graphql(`
  query JobState($id: ID!) {
    job(id: $id) {
      id
      result
      ...JobRow @unmask
    }
  }
`);

export const exportFilesQuery = graphql(`
  query ExportFiles($id: ID!) {
    job(id: $id) {
      id
      files {
        name
        sizeBytes
        runCount
        sha256
        url
      }
    }
  }
`);

export const cancelJobMutation = graphql(`
  mutation CancelJob($input: CancelJobInput!) {
    cancelJob(input: $input) {
      job {
        id
        state
        isCancelRequested
      }
      userErrors {
        message
      }
    }
  }
`);

export const deleteRunsMutation = graphql(`
  mutation DeleteRuns($input: DeleteRunsInput!) {
    deleteRuns(input: $input) {
      job {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

export const deleteProjectMutation = graphql(`
  mutation DeleteProject($input: DeleteProjectInput!) {
    deleteProject(input: $input) {
      job {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

export const exportRunsMutation = graphql(`
  mutation ExportRuns($input: ExportRunsInput!) {
    exportRuns(input: $input) {
      job {
        id
      }
      userErrors {
        message
      }
    }
  }
`);
