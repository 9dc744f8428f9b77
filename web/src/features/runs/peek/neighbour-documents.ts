import { graphql } from '../../../gql/index.ts';

export const neighboursQuery = graphql(`
  query ListNeighbours($id: ID!, $filter: RunFilter, $timeRange: TimeRange, $orderBy: RunOrder) {
    run(id: $id) {
      id
      neighbours(filter: $filter, timeRange: $timeRange, orderBy: $orderBy) {
        previous {
          id
          uuid
          traceUuid
        }
        next {
          id
          uuid
          traceUuid
        }
      }
    }
  }
`);
