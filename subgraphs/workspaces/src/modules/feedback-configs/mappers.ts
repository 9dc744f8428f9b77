import type { FeedbackScale } from '@runlight/run-model';

export interface FeedbackConfigMapper {
  key: string;
  scale: FeedbackScale;
  isLowerScoreBetter: boolean | null;
  isEnforced: boolean;
  /** Microseconds since 1970, as is `modifiedAt`. */
  createdAt: number;
  modifiedAt: number;
}
