const unwanted = [
  'APOLLO_KEY',
  'APOLLO_GRAPH_REF',
  'APOLLO_GRAPH_ID',
  'APOLLO_GRAPH_VARIANT',
  'APOLLO_SCHEMA_REPORTING',
  // These two remove the planner's protection against denial of service.
  'APOLLO_DISABLE_SECURITY_RECURSIVE_SELECTIONS_CHECK',
  'APOLLO_DISABLE_SECURITY_NON_LOCAL_SELECTIONS_CHECK',
];

/**
 * Keeps the gateway from calling home. Without this it probes cloud metadata addresses at start and
 * posts to its vendor hourly and at shutdown. Must run before the gateway object is constructed, as
 * that reads the variable once; it is not left to the operator (graphql.md §1).
 */
export function keepGatewayOffline(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  for (const name of unwanted) delete process.env[name];
}
