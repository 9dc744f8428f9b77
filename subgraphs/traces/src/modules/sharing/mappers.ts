export type { ShareLink as ShareLinkMapper } from '@runlight/auth';
