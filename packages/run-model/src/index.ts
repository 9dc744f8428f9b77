export { payloadFields, runTypes } from './run.ts';
export { foldFeedback } from './feedback-fold.ts';
export type { FeedbackEvent, FeedbackState } from './feedback-fold.ts';
export { isSameScale, maxCategories, readScale, scaleProblem } from './feedback-scale.ts';
export type { FeedbackCategory, FeedbackScale, Judgement } from './feedback-scale.ts';
export { clearableFields } from './feedback.ts';
export type {
  ClearableField,
  FeedbackEnvelope,
  FeedbackOperation,
  FeedbackTarget,
} from './feedback.ts';
export type {
  Attachment,
  Payload,
  PayloadField,
  RunEnvelope,
  RunEvent,
  RunKey,
  RunOperation,
  RunState,
  RunStatus,
  RunType,
} from './run.ts';
export { foldRun, payloadVersion, runVersion } from './fold.ts';
export type { LiveRunEntry, LiveRunEvent } from './live-event.ts';
export { parseUuid } from './uuid-text.ts';
export { formatUuid, uuidBytes, uuidTimeMs, uuidv7, writeUuid } from './uuid.ts';
export * from './filter/index.ts';
export { readOperation } from './wire/operation.ts';
export type {
  ProjectReference,
  ReadOperation,
  ReadOptions,
  ReadResult,
  WireOperation,
} from './wire/operation.ts';
export type { LabelPart } from './wire/label-parts.ts';
export { readFeedback } from './wire/feedback.ts';
export type { FeedbackReadResult, WireFeedback } from './wire/feedback.ts';
export { relateOperations } from './wire/relate.ts';
export type { Rejection, RefusalCode } from './wire/refusal.ts';
export { splitBatchBody } from './wire/batch-body.ts';
export type { BatchBody } from './wire/batch-body.ts';
export { formatSegment, parseDottedOrder } from './wire/dotted-order.ts';
export type { DottedOrder } from './wire/dotted-order.ts';
export { isJson } from './wire/json-check.ts';
export { formatInstant, parseTime } from './wire/time.ts';
export {
  describeMediaReferences,
  findMediaReferences,
  formatMediaReference,
  isReferableMimeType,
  mediaReferencePrefix,
  mediaText,
  parseMediaReference,
} from './media-reference.ts';
export type { MediaReference } from './media-reference.ts';
export {
  exportColumns,
  exportFacts,
  exportPayloads,
  exportSchemaVersion,
} from './export-columns.ts';
export type { ExportColumn, ExportFact, ExportPayload } from './export-columns.ts';
