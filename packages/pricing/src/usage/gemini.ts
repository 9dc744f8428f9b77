import type { Counters } from './settle.ts';
import { asCount, isObject } from './usage.ts';
import type { JsonObject } from './usage.ts';

/**
 * Thoughts are not among the candidates, a tool's prompt not in the prompt; the cache is in the prompt.
 * Counts that are zero are left out of the JSON.
 */
export function readGemini(usage: JsonObject): Counters {
  const prompt = asCount(usage['promptTokenCount']);
  const tool = asCount(usage['toolUsePromptTokenCount']) ?? 0;
  const cached = modalities(usage['cacheTokensDetails']);
  const fresh = modalities(usage['promptTokensDetails']);
  const answered = modalities(usage['candidatesTokensDetails'] ?? usage['responseTokensDetails']);
  const freshOf = (modality: string) =>
    Math.max(0, (fresh.of[modality] ?? 0) - (cached.of[modality] ?? 0));
  return {
    input: prompt === undefined && tool === 0 ? undefined : (prompt ?? 0) + tool,
    output: asCount(usage['candidatesTokenCount']) ?? asCount(usage['responseTokenCount']) ?? 0,
    total: asCount(usage['totalTokenCount']),
    cacheRead: asCount(usage['cachedContentTokenCount']),
    reasoning: asCount(usage['thoughtsTokenCount']),
    audioIn: freshOf('AUDIO'),
    audioOut: answered.of['AUDIO'],
    ofWhich: {
      cache_read_audio: cached.of['AUDIO'],
      cache_read_video: cached.of['VIDEO'],
      cache_read_image: imagesOf(cached.of),
      video_in: freshOf('VIDEO'),
      image_in: freshOf('IMAGE') + freshOf('DOCUMENT'),
      image_out: answered.of['IMAGE'],
      video_out: answered.of['VIDEO'],
      tool_in: tool,
      // The counter wins over details that say less.
      unattributed_in: fresh.sum === 0 ? 0 : Math.max(0, (prompt ?? 0) - fresh.sum),
    },
    cache: 'inside',
    reasoningIs: 'outside',
  };
}

/** Documents are billed as images. */
const imagesOf = (counts: Record<string, number>): number =>
  (counts['IMAGE'] ?? 0) + (counts['DOCUMENT'] ?? 0);

/** A counter by modality; the parts may be less than the counter. */
function modalities(details: unknown): { of: Record<string, number>; sum: number } {
  const of: Record<string, number> = {};
  let sum = 0;
  for (const detail of Array.isArray(details) ? (details as unknown[]).slice(0, 16) : []) {
    const tokens = isObject(detail) ? asCount(detail['tokenCount']) : undefined;
    if (tokens === undefined) continue;
    const modality = String((detail as JsonObject)['modality']).toUpperCase();
    of[modality] = (of[modality] ?? 0) + tokens;
    sum += tokens;
  }
  return { of, sum };
}
