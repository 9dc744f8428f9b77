import { enginePort } from '@runlight/embedded';

export { testStores } from './stores.ts';
export type { TestStores, WantedStores } from './stores.ts';
export { redisCommand } from './redis-command.ts';
export { waitFor } from './wait-for.ts';

/** A loopback port that nobody uses now. */
export const freePort = enginePort;
