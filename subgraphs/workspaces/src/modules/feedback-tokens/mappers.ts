export type { FeedbackToken as FeedbackTokenMapper } from '@runlight/auth';
