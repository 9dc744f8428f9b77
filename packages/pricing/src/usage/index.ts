export { chargedUsd, billingOf } from './billing.ts';
export { settle } from './settle.ts';
export type { Counters, Placement } from './settle.ts';
export { normaliseUsage } from './shapes.ts';
export { readStoredUsage, toStoredUsage } from './stored-usage.ts';
export type {
  Billing,
  ServiceMode,
  TokenCounts,
  Usage,
  UsageContext,
  UsageMark,
  WriteLife,
} from './usage.ts';
