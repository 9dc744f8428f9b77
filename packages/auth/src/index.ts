export { permissions, requirePermission } from './principal.ts';
export type { Permission, Principal } from './principal.ts';
