import type { RunMapper } from '../runs/mappers.ts';

export interface RunChangedMapper {
  eventId: string;
  /** The run's id: for a slow reader the gateway keeps only the newest event of each. */
  stateKey: string;
  run: RunMapper;
  isStored: boolean;
}

export interface RunEventsGapMapper {
  eventId: string;
  run: null;
}
