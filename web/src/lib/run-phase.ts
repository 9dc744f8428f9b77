/** Whether an open run is believed to run, was given up, or has ended. */
export type RunPhase = 'running' | 'silent' | 'ended';
