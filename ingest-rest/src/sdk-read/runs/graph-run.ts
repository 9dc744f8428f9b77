/** A run as the graph gives it; what was not selected is absent. Instants are RFC 3339. */
export interface GraphRun {
  uuid: string;
  traceUuid: string;
  parentUuid?: string | null;
  ancestorUuids?: string[];
  name?: string;
  runType?: string;
  status?: string;
  isRoot?: boolean;
  startedAt?: string;
  endedAt?: string | null;
  firstTokenAt?: string | null;
  insertedAt?: string;
  latencyMs?: number | null;
  error?: string | null;
  errorFull?: string | null;
  inputPreview?: string;
  outputPreview?: string;
  inputs?: GraphPayload | null;
  outputs?: GraphPayload | null;
  extra?: GraphPayload | null;
  events?: GraphPayload | null;
  serialized?: GraphPayload | null;
  attachments?: { name: string; mimeType: string; url: string }[];
  tags?: string[];
  metadata?: Record<string, string>;
  threadId?: string | null;
  dottedOrder?: string;
  totalTokens?: number | null;
  promptTokens?: number | null;
  completionTokens?: number | null;
  tokenDetails?: Record<string, number> | null;
  totalCostUsd?: string | null;
  cost?: GraphCost | null;
  referenceExampleUuid?: string | null;
  feedbackSummary?: GraphFeedbackSummary[];
  shareToken?: string | null;
  project?: { uuid: string } | null;
}

/** The text of a payload field; of a large one only its beginning, and where all of it is. */
export interface GraphPayload {
  text: string | null;
  isTruncated: boolean;
  url: string | null;
}

export interface GraphCost {
  promptUsd: string | null;
  completionUsd: string | null;
}

export interface GraphFeedbackSummary {
  key: string;
  count: number;
  average: number | null;
  min: number | null;
  max: number | null;
  stdev: number | null;
  errorCount: number;
  values: Record<string, number> | null;
}

export const payloadNames = ['inputs', 'outputs', 'extra', 'events', 'serialized'] as const;
export type PayloadName = (typeof payloadNames)[number];
