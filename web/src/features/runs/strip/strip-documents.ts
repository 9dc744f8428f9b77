import { graphql } from '../../../gql/index.ts';

export const listMetricsQuery = graphql(`
  query ListMetrics($project: String!, $timeRange: TimeRange!, $filter: RunFilter) {
    project(name: $project) {
      id
      metrics(timeRange: $timeRange, filter: $filter) {
        bucketSeconds
        precision
        total {
          runCount
          errorCount
          latencyMs {
            p50
            p95
          }
          totalCostUsd
        }
        series {
          points {
            startAt
            values {
              runCount
              errorCount
              latencyMs {
                p50
                p95
              }
              totalCostUsd
            }
          }
        }
      }
    }
  }
`);
