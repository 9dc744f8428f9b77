export { createAuthenticator } from './authenticate.ts';
export { defaultLimits } from './limits/limits.ts';
export type { GatewayLimits } from './limits/limits.ts';
export type { Credentials } from './live/credentials.ts';
export type { Authenticate } from './live/principals.ts';
export { readGraphFiles } from './graph-files.ts';
export { createGatewayServer } from './server.ts';
export type { GatewayServer, GatewayServerOptions } from './server.ts';
