import type { DocumentLimits } from './document-limits.ts';

/** What one caller may ask of the gateway; tests and deployments override single values. */
export interface GatewayLimits extends DocumentLimits {
  /** Body of one HTTP request. */
  maxBodyBytes: number;
  /** One message on a socket. */
  maxMessageBytes: number;
  maxTokens: number;
  /** Wall time of one operation. */
  operationTimeoutMs: number;
  maxSubscriptionsPerSocket: number;
  maxSocketsPerPrincipal: number;
  /** Events waiting for a slow reader. */
  maxQueuedEvents: number;
  connectionInitTimeoutMs: number;
  pingIntervalMs: number;
  socketLifeMs: number;
  /** How often the principal of an open socket is looked up again. */
  recheckIntervalMs: number;
}

export const defaultLimits: GatewayLimits = {
  maxBodyBytes: 64 * 1024,
  maxMessageBytes: 64 * 1024,
  maxTokens: 2000,
  maxDepth: 12,
  maxAliases: 30,
  maxDirectives: 20,
  maxDirectivesPerNode: 15,
  operationTimeoutMs: 15_000,
  maxSubscriptionsPerSocket: 50,
  maxSocketsPerPrincipal: 20,
  maxQueuedEvents: 256,
  connectionInitTimeoutMs: 5000,
  pingIntervalMs: 12_000,
  socketLifeMs: 12 * 60 * 60 * 1000,
  // With a key cache of 4 s in front a revoked key's socket closes well within the promised 10 s.
  recheckIntervalMs: 3000,
};
