/** A conversation as the graph gives it. */
export interface GraphThread {
  threadId: string;
  turnCount: number;
  errorCount: number;
  firstStartedAt: string;
  lastStartedAt: string;
  lastEndedAt: string | null;
  totalTokens: string | null;
  promptTokens: string | null;
  completionTokens: string | null;
  totalCostUsd: string | null;
  latencyP50Ms: number | null;
  latencyP99Ms: number | null;
  firstInputPreview: string | null;
  lastOutputPreview: string | null;
  lastError: string | null;
}

export const threadSelection = `threadId turnCount errorCount firstStartedAt lastStartedAt lastEndedAt
  totalTokens promptTokens completionTokens totalCostUsd latencyP50Ms latencyP99Ms
  firstInputPreview lastOutputPreview lastError`;
