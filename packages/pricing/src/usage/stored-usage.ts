import { settle } from './settle.ts';
import type { Counters } from './settle.ts';
import type { ServiceMode, Usage, UsageContext } from './usage.ts';

// The one form of usage in the store: LangSmith's names, details flattened with a dot
// (`input_token_details.cache_read`). LangChain and the SDK's wrappers send it; what comes in another
// shape is turned into it, with names of our own for what theirs cannot say.

const inputPrefix = 'input_token_details.';
const outputPrefix = 'output_token_details.';

/** Usage as it is stored. Sums contain their details. */
export function toStoredUsage({ counts, ofWhich, marks }: Usage): Record<string, number> {
  const { cacheWriteOther, total } = counts;
  const output = counts.outputText + counts.reasoning + counts.audioOut;
  const stored: Record<string, number> = {
    input_tokens: total - output,
    output_tokens: output,
    total_tokens: total,
  };
  const add = (name: string, tokens: number | undefined) => {
    if (tokens) stored[name] = tokens;
  };
  add(`${inputPrefix}cache_read`, counts.cacheRead);
  addWrites(counts, marks.includes('write_life_assumed'), add);
  add(`${inputPrefix}audio`, counts.audioIn);
  add(`${outputPrefix}reasoning`, counts.reasoning);
  add(`${outputPrefix}audio`, counts.audioOut);
  for (const [life, tokens] of Object.entries(cacheWriteOther)) {
    if (!marks.includes('write_life_assumed'))
      add(`${inputPrefix}ephemeral_${life}_input_tokens`, tokens);
  }
  for (const [name, tokens] of Object.entries(ofWhich)) add(detailOfSubset(name), tokens);
  return stored;
}

/** A write of which the life was only assumed stays one without a life. */
function addWrites(
  { cacheWrite5m, cacheWrite1h, cacheWriteOther }: Usage['counts'],
  isAssumed: boolean,
  add: (name: string, tokens: number) => void,
): void {
  if (isAssumed) {
    const other = Object.values(cacheWriteOther).reduce((sum, tokens) => sum + tokens, 0);
    add(`${inputPrefix}cache_creation`, cacheWrite5m + cacheWrite1h + other);
    return;
  }
  add(`${inputPrefix}ephemeral_5m_input_tokens`, cacheWrite5m);
  add(`${inputPrefix}ephemeral_1h_input_tokens`, cacheWrite1h);
}

/** `image_out` is LangSmith's `output_token_details.image`; what is read from a cache has no side. */
function detailOfSubset(name: string): string {
  const side = /^(.+)_(in|out)$/.exec(name);
  if (!side) return inputPrefix + name;
  return (side[2] === 'in' ? inputPrefix : outputPrefix) + side[1]!;
}

/** Reads stored usage, and any usage_metadata once it is flattened. Undefined when it counts nothing. */
export function readStoredUsage(
  stored: Readonly<Record<string, number>>,
  context: UsageContext,
): Usage | undefined {
  const counters: Counters = {
    input: stored['input_tokens'],
    output: stored['output_tokens'],
    total: stored['total_tokens'],
    cache: 'unclear',
    reasoningIs: 'unclear',
  };
  const details: Details = { counters, ofWhich: {}, written: {}, creation: 0, mode: undefined };
  for (const name in stored) {
    if (name.startsWith(inputPrefix))
      readInput(details, name.slice(inputPrefix.length), stored[name]!);
    else if (name.startsWith(outputPrefix)) {
      readOutput(details, name.slice(outputPrefix.length), stored[name]!);
    }
  }
  counters.written = withoutRepeatedSum(details);
  counters.ofWhich = details.ofWhich;
  if (details.mode) counters.billing = { mode: details.mode };
  return settle(counters, context);
}

interface Details {
  counters: Counters;
  ofWhich: Record<string, number>;
  written: NonNullable<Counters['written']>;
  creation: number;
  mode: ServiceMode | undefined;
}

const modes = ['priority', 'flex'] as const;
/** Thresholds of a wrapper, and text, which is the remainder: nothing to count. */
const passedOver = new Set(['over_200k', 'text', 'text_tokens']);
const lives: Record<string, '5m' | '1h' | '30m' | '12h'> = {
  ephemeral_5m_input_tokens: '5m',
  ephemeral_1h_input_tokens: '1h',
  // The Anthropic wrapper of LangSmith's SDK writes it so.
  ephemeral_1hr_input_tokens: '1h',
  ephemeral_30m_input_tokens: '30m',
  ephemeral_12h_input_tokens: '12h',
};

function readInput(details: Details, written: string, tokens: number): void {
  const name = withoutMode(details, written);
  if (name === '' || passedOver.has(name)) return;
  const { counters } = details;
  const life = lives[name];
  if (life) details.written[life] = (details.written[life] ?? 0) + tokens;
  else if (name === 'cache_read' || name === 'cache_read_over_200k') {
    counters.cacheRead = (counters.cacheRead ?? 0) + tokens;
  } else if (name === 'cache_creation') details.creation += tokens;
  else if (name === 'audio') counters.audioIn = (counters.audioIn ?? 0) + tokens;
  else details.ofWhich[/^(?:cache_read|processed)_/.test(name) ? name : `${name}_in`] = tokens;
}

function readOutput(details: Details, written: string, tokens: number): void {
  const name = withoutMode(details, written);
  if (name === '' || passedOver.has(name)) return;
  const { counters } = details;
  if (name === 'reasoning') counters.reasoning = (counters.reasoning ?? 0) + tokens;
  else if (name === 'audio') counters.audioOut = (counters.audioOut ?? 0) + tokens;
  else details.ofWhich[`${name}_out`] = tokens;
}

/** The OpenAI wrapper marks a tier by a prefix; the prefix alone is what has no other name. */
function withoutMode(details: Details, written: string): string {
  for (const mode of modes) {
    if (written !== mode && !written.startsWith(`${mode}_`)) continue;
    details.mode = mode;
    return written.slice(mode.length + 1);
  }
  return written;
}

/** A sum beside its parts is dropped. */
function withoutRepeatedSum({ written, creation }: Details): NonNullable<Counters['written']> {
  const hasParts = Object.values(written).some((tokens = 0) => tokens > 0);
  return hasParts || creation === 0 ? written : { unknown: creation };
}
