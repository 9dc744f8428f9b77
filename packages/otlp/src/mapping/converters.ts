import {
  asCount,
  asFlag,
  asNumber,
  asText,
  isObject,
  parsed,
  saysSomething,
} from '../convert/values.ts';
import { modelOf, providerOf, providerOfHost, providerOfModel } from '../convert/provider.ts';
import { asCost, countsOf } from '../convert/usage.ts';
import type { Costs, Counts, UsageField } from '../convert/usage.ts';
import type { OtlpValue } from '../span.ts';
import type { Converter, RunType } from './rule.ts';

// Readings of single values that several dialects use.

export const text: Converter<string> = ({ value }) => asText(value);
export const flag: Converter<boolean> = ({ value }) => asFlag(value);
export const model: Converter<string> = ({ value }) => {
  const name = asText(value);
  return name === undefined ? undefined : modelOf(name);
};
export const provider: Converter<string> = ({ value }) => {
  const name = asText(value);
  return name === undefined ? undefined : providerOf(name);
};
export const providerByHost: Converter<string> = ({ value }) => providerOfHost(asText(value) ?? '');
export const providerByModel: Converter<string> = ({ value }) =>
  providerOfModel(asText(value) ?? '');

/** Text that JSON quotes, or null, may stand for. */
export const quotedText: Converter<string> = ({ value }) => {
  const inner = parsed(value);
  const word = asText(inner);
  return word === 'null' ? undefined : word;
};

/** A run type by a word, in any case. */
export const word =
  (words: Record<string, RunType>): Converter<RunType> =>
  ({ value }) => {
    const key = asText(parsed(value))?.toLowerCase();
    return key !== undefined && Object.hasOwn(words, key) ? words[key] : undefined;
  };

/** A run type by the ending of a word. */
export const ending =
  (words: Record<string, RunType>): Converter<RunType> =>
  ({ value }) => {
    const written = asText(value) ?? '';
    return Object.entries(words).find(([end]) => written.endsWith(end))?.[1];
  };

/** A run type that follows from the attribute being there, and saying something. */
export const present =
  (meaning: RunType): Converter<RunType> =>
  ({ value, below }) =>
    saysSomething(parsed(value)) || below.length > 0 ? meaning : undefined;

export const count =
  (field: UsageField): Converter<Counts> =>
  ({ value }) => {
    const counted = asCount(value);
    return counted === undefined ? undefined : { [field]: counted };
  };

/** A usage object of whatever provider, as JSON or as attributes below. */
export const counts: Converter<Counts> = ({ value }) => filled(countsOf(parsed(value)));

/** The usage object of a member of a JSON object. */
export const countsIn =
  (...keys: string[]): Converter<Counts> =>
  ({ value }) => {
    const object = parsed(value);
    if (!isObject(object)) return undefined;
    const found = keys.map((key) => object[key]).find(isObject);
    return found && filled(countsOf(found));
  };

/** The details of one side, as an object of their own. */
export const countsUnder =
  (key: string): Converter<Counts> =>
  ({ value }) =>
    filled(countsOf({ [key]: parsed(value) }));

const filled = (found: Counts): Counts | undefined =>
  Object.keys(found).length > 0 ? found : undefined;

export const cost =
  (field: keyof Costs): Converter<Costs> =>
  ({ value }) => {
    const amount = asCost(value);
    return amount === undefined ? undefined : { [field]: amount };
  };

/** Values that mean "not set". */
const isUnset = (value: OtlpValue): boolean =>
  value === null || value === '' || value === -1 || value === 'None' || value === 'null';

/** A parameter of the call, under LangSmith's name; lists and objects may be JSON. */
export const param =
  (name: string): Converter<Record<string, unknown>> =>
  ({ value }) =>
    isUnset(value) ? undefined : { [name]: parsed(value) };

/** Parameters as one JSON object. */
export const params: Converter<Record<string, unknown>> = ({ value }) => {
  const object = parsed(value);
  return isObject(object) && saysSomething(object) ? withoutPrototype(object) : undefined;
};

/** Parameters below a prefix, with other names for some of them; a name of `''` leaves one out. */
export const paramsBelow =
  (names: Record<string, string>): Converter<Record<string, unknown>> =>
  ({ below }) => {
    const found = new Map<string, unknown>();
    for (const [rest, value] of below) {
      const name = Object.hasOwn(names, rest) ? names[rest]! : rest;
      if (name !== '' && !isUnset(value)) found.set(name, parsed(value));
    }
    return found.size > 0 ? Object.fromEntries(found) : undefined;
  };

/** One entry of metadata. */
export const meta =
  (key: string): Converter<Record<string, unknown>> =>
  ({ value }) =>
    isUnset(value) ? undefined : { [key]: parsed(value) };

/** Each attribute below the prefix as an entry of metadata, keys as they are. */
export const metaBelow: Converter<Record<string, unknown>> = ({ below }) =>
  below.length > 0
    ? Object.fromEntries(below.map(([rest, value]) => [rest, unquoted(value)]))
    : undefined;

/** JSON quotes around a text are the wrapping of some SDKs; other JSON stays as it was written. */
const unquoted = (value: OtlpValue): OtlpValue =>
  typeof value === 'string' && value.startsWith('"') ? parsed(value) : value;

/** A JSON object whose members are entries of metadata. */
export const metaObject: Converter<Record<string, unknown>> = ({ value }) => {
  const object = parsed(value);
  return isObject(object) && saysSomething(object) ? withoutPrototype(object) : undefined;
};

const withoutPrototype = (object: Record<string, OtlpValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object));

/** Tags as a list, a JSON list, or text with commas. */
export const tags: Converter<string[]> = ({ value }) => {
  const list = parsed(value);
  const words = Array.isArray(list) ? list : typeof list === 'string' ? list.split(',') : [];
  const found = words.flatMap((entry) => asText(entry)?.trim() ?? []);
  return found.length > 0 ? found : undefined;
};

const nanosPer = { s: 1e9, ms: 1e6 } as const;

/** A delay after the start. Some write milliseconds where seconds are agreed on: the end tells. */
export const delay =
  (unit: keyof typeof nanosPer): Converter<bigint> =>
  ({ value }, { span }) => {
    const amount = asNumber(value);
    if (amount === undefined || amount < 0 || amount > 1e9) return undefined;
    const at = span.startNano + BigInt(Math.round(amount * nanosPer[unit]));
    const isBeyond = span.endNano !== 0n && at > span.endNano;
    if (!isBeyond || unit === 'ms') return isBeyond ? undefined : at;
    return delay('ms')({ value, below: [] }, { span, runType: undefined });
  };

/** A time in ISO form. */
export const instant: Converter<bigint> = ({ value }) => {
  const written = asText(parsed(value)) ?? '';
  const ms = Date.parse(written);
  if (Number.isNaN(ms) || ms < 0) return undefined;
  const micros = /\.\d{3}(\d{1,3})/.exec(written)?.[1]?.padEnd(3, '0') ?? '0';
  return BigInt(ms) * 1_000_000n + BigInt(micros) * 1000n;
};

/** A thread's id, but not the id of an answer, which some write in its place. */
export const conversationId: Converter<string> = ({ value }) => {
  const id = asText(value);
  return id === undefined || /^(resp|chatcmpl|msg)[_-]/.test(id) ? undefined : id;
};

/** The model in a member of a JSON object. */
export const modelOfMember =
  (key: string): Converter<string> =>
  ({ value }, context) => {
    const object = parsed(value);
    return isObject(object) ? model({ value: object[key] ?? null, below: [] }, context) : undefined;
  };
