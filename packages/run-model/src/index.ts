export { payloadFields, runTypes } from './run.ts';
export type {
  PayloadField,
  RunEnvelope,
  RunEvent,
  RunKey,
  RunOperation,
  RunState,
  RunStatus,
  RunType,
} from './run.ts';
export type { LiveRunEntry, LiveRunEvent } from './live-event.ts';
export { formatUuid, parseUuid, uuidBytes, uuidTimeMs, uuidv7 } from './uuid.ts';
