import type { PriceEntry } from '@runlight/pricing';

/** A workspace's own price as it is now. Instants are microseconds since 1970. */
export interface ModelPriceMapper {
  uuid: string;
  workspaceId: string;
  name: string;
  pattern: string;
  provider: string | null;
  /** US dollars per million tokens by subtype. */
  ratesBySubtype: Readonly<Record<string, number>>;
  from: number | null;
  knownSince: number;
  /** `user <uuid>`, `apiKey <uuid>` or `system`. */
  creator: string;
}

export type TablePriceMapper = PriceEntry;

export interface ModelPriceListMapper {
  workspaceId: string;
}
