import { toStorableText } from '@runlight/auth';
import { compilePattern } from '@runlight/pricing';
import type { PatternProblem } from '@runlight/pricing';
import type {
  CreateModelPriceInput,
  ModelRateInput,
  UpdateModelPriceInput,
} from '../../__generated__/resolvers.ts';
import { invalid } from '../../user-error.ts';
import type { Mistake } from '../../user-error.ts';
import type { ModelPriceMapper } from './mappers.ts';
import type { PriceDefinition } from './store.ts';

const maxNameLength = 128;
const maxProviderLength = 64;
const maxRate = 1_000_000;

export const rateSubtypes = [
  'input',
  'cache_read',
  'cache_write_5m',
  'cache_write_1h',
  'cache_write_30m',
  'cache_write_12h',
  'cache_write',
  'output',
  'reasoning',
  'audio_in',
  'audio_out',
  'cache_read_audio',
  'image_in',
  'image_out',
  'cache_read_image',
  'video_in',
  'video_out',
] as const;

export interface ReadPrice {
  definition: PriceDefinition;
  mistakes: Mistake[];
}

export function readNewPrice(input: CreateModelPriceInput): ReadPrice {
  const mistakes: Mistake[] = [];
  const definition = {
    name: readName(input.name, mistakes),
    pattern: readPattern(input.pattern, mistakes),
    provider: readProvider(input.provider, mistakes),
    rates: readRates(input.rates, mistakes),
    from: input.from ?? null,
  };
  return { definition, mistakes };
}

/** The price as it is, with what changes. */
export function readPriceChange(
  input: UpdateModelPriceInput,
  current: ModelPriceMapper,
): ReadPrice {
  const mistakes: Mistake[] = [];
  const { name, pattern, provider, rates, from } = input;
  const definition = {
    name: name == null ? current.name : readName(name, mistakes),
    pattern: pattern == null ? current.pattern : readPattern(pattern, mistakes),
    provider: provider === undefined ? current.provider : readProvider(provider, mistakes),
    rates: rates == null ? current.ratesBySubtype : readRates(rates, mistakes),
    from: from === undefined ? current.from : from,
  };
  return { definition, mistakes };
}

function readName(text: string, mistakes: Mistake[]): string {
  const name = toStorableText(text.trim());
  const length = Array.from(name).length;
  if (length < 1 || length > maxNameLength) {
    mistakes.push(invalid('name', `A name has 1 to ${maxNameLength} characters`));
  }
  return name;
}

const patternMessages: Record<PatternProblem, string> = {
  empty: 'A pattern is needed',
  too_long: 'A pattern has at most 200 characters',
  too_complex: 'The pattern repeats too much',
  not_a_pattern: 'This is no pattern; look-around and back-references are not possible',
};

function readPattern(text: string, mistakes: Mistake[]): string {
  const pattern = toStorableText(text.trim());
  const compiled = compilePattern(pattern);
  if ('problem' in compiled) mistakes.push(invalid('pattern', patternMessages[compiled.problem]));
  return pattern;
}

function readProvider(text: string | null | undefined, mistakes: Mistake[]): string | null {
  const provider = toStorableText((text ?? '').trim());
  if (provider.length > maxProviderLength) {
    mistakes.push(invalid('provider', `A provider has at most ${maxProviderLength} characters`));
  }
  return provider === '' ? null : provider;
}

function readRates(inputs: readonly ModelRateInput[], mistakes: Mistake[]): Record<string, number> {
  const rates: Record<string, number> = {};
  const mistake = (message: string) => mistakes.push(invalid('rates', message));
  for (const { subtype, usdPerMillion } of inputs.slice(0, rateSubtypes.length + 1)) {
    const known = rateSubtypes.find((name) => name === subtype);
    const rate = Number(usdPerMillion);
    if (!known) mistake('A subtype is not one that runs are counted by');
    else if (rates[known] !== undefined) mistake(`The rate of ${known} is given twice`);
    else if (!/^\d{1,7}(\.\d{1,9})?$/.test(usdPerMillion) || rate > maxRate) {
      mistake(`The rate of ${known} is not a price from 0 to 1,000,000 with at most nine decimals`);
    } else rates[known] = rate;
  }
  if (mistakes.length === 0 && rates['input'] === undefined) mistake('The rate of input is needed');
  return rates;
}
