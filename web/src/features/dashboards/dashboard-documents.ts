import { graphql } from '../../gql/index.ts';

export const dashboardFragment = graphql(`
  fragment ProjectDashboard on Dashboard {
    id
    name
    description
    isPrebuilt
    charts {
      title
      kind
      metrics
      feedbackKey
      groupBy {
        field
        metadataKey
      }
      top
      filter
      bucket
    }
  }
`);

export const dashboardsQuery = graphql(`
  query ProjectDashboards($projectId: ID) {
    dashboards(projectId: $projectId) {
      ...ProjectDashboard @unmask
    }
  }
`);

export const dashboardProjectQuery = graphql(`
  query DashboardProject($project: String!) {
    project(name: $project) {
      id
      uuid
    }
  }
`);

export const createDashboardMutation = graphql(`
  mutation CreateProjectDashboard($input: CreateDashboardInput!) {
    createDashboard(input: $input) {
      dashboard {
        ...ProjectDashboard @unmask
      }
      userErrors {
        message
      }
    }
  }
`);

export const updateDashboardMutation = graphql(`
  mutation UpdateProjectDashboard($input: UpdateDashboardInput!) {
    updateDashboard(input: $input) {
      dashboard {
        ...ProjectDashboard @unmask
      }
      userErrors {
        message
      }
    }
  }
`);

export const cloneDashboardMutation = graphql(`
  mutation CloneProjectDashboard($input: CloneDashboardInput!) {
    cloneDashboard(input: $input) {
      dashboard {
        ...ProjectDashboard @unmask
      }
      userErrors {
        message
      }
    }
  }
`);

export const deleteDashboardMutation = graphql(`
  mutation DeleteProjectDashboard($input: DeleteDashboardInput!) {
    deleteDashboard(input: $input) {
      deletedId
      userErrors {
        message
      }
    }
  }
`);

/**
 * Figures by family: each costs its own reading, so a chart asks only for what it shows. An operation may
 * have 20 directives, those of a fragment counted where it is spread.
 */
export const chartValuesFragment = graphql(`
  fragment ChartValues on MetricValues {
    runCount
    traceCount
    errorCount
    errorRate
    latencyMs @include(if: $latency) {
      avg
      p50
      p90
      p95
      p99
    }
    ... @include(if: $firstToken) {
      firstTokenMs {
        avg
        p50
        p90
        p95
        p99
      }
      streamingRate
    }
    ... @include(if: $tokens) {
      promptTokens
      completionTokens
      totalTokens
    }
    tokenDetails @include(if: $tokenDetails)
    ... @include(if: $cost) {
      promptCostUsd
      completionCostUsd
      totalCostUsd
    }
    ... @include(if: $perRun) {
      tokensPerRun {
        avg
        p50
        p95
        p99
      }
      costPerRunUsd {
        avg
        p50
        p95
        p99
      }
    }
    feedback @include(if: $feedback) {
      key
      count
      average
    }
  }
`);

export const chartMetricsQuery = graphql(`
  query ChartMetrics(
    $project: String!
    $timeRange: TimeRange!
    $bucket: MetricBucket!
    $groupBy: [MetricGroup!]
    $top: Int!
    $filter: RunFilter
    $points: Boolean!
    $latency: Boolean!
    $firstToken: Boolean!
    $tokens: Boolean!
    $tokenDetails: Boolean!
    $cost: Boolean!
    $perRun: Boolean!
    $feedback: Boolean!
  ) {
    project(name: $project) {
      id
      metrics(
        timeRange: $timeRange
        bucket: $bucket
        groupBy: $groupBy
        top: $top
        filter: $filter
      ) {
        bucketSeconds
        precision
        series {
          group
          isOther
          total {
            ...ChartValues @unmask
          }
          points @include(if: $points) {
            startAt
            values {
              ...ChartValues @unmask
            }
          }
        }
      }
    }
  }
`);
