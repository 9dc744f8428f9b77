export { startFaultProxy } from './fault-proxy.ts';
export type { FaultProxy } from './fault-proxy.ts';
export { giveOrder, hookArgs } from './hooks/hooked-process.ts';
export type { HookOrder } from './hooks/order.ts';
export type { Action, Wanted } from './intercepts.ts';
export {
  freezeProcess,
  killProcess,
  limitOpenFiles,
  openFileLimit,
  openFiles,
  residentBytes,
  stateOf,
  thawProcess,
} from './processes.ts';
export type { ProxyMode } from './proxy-mode.ts';
export { mountSmallDisk, smallDiskObstacle } from './small-disk.ts';
export type { SmallDisk } from './small-disk.ts';
