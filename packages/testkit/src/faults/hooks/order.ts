/** What a test may ask of a process that was started with the hooks. */
export type HookOrder =
  /** Nothing else happens in the event loop for so long (F28). */
  | { kind: 'block'; ms: number }
  /** From now on the wall clock is off by so much (F26). */
  | { kind: 'shift-clock'; ms: number };
