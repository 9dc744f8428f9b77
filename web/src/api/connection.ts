import { createStore } from 'zustand/vanilla';

/** How the socket stands: `idle` while nothing subscribes. */
export type Connection = 'idle' | 'connecting' | 'live' | 'offline';

export const connection = createStore<{ state: Connection }>(() => ({ state: 'idle' }));
