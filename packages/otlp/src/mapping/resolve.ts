import type { OtlpSpan, OtlpValue } from '../span.ts';
import { isObject } from '../convert/values.ts';
import type { Context, Found, Rule, RunType, Target, TargetValues } from './rule.ts';
import { dialects, rules } from './table.ts';

interface Hit {
  rule: Rule;
  found: Found;
}

/** The rules that found something in a span, by what they fill; best first. */
type Hits = Map<Target, Hit[]>;

/** Events and log records whose attributes belong to the span itself. */
const carriers = new Set([
  'gen_ai.client.inference.operation.details',
  'gen_ai.content.prompt',
  'gen_ai.content.completion',
]);

/** Reads the fields of one span by the tables. */
export interface SpanReader {
  runType: RunType;
  /** The value of the first rule that has one. */
  first: <T extends Target>(target: T) => TargetValues[T] | undefined;
  /** The members of what all rules found, the first rule winning each. */
  merged: <T extends 'usage' | 'cost' | 'params' | 'metadata' | 'serialized'>(
    target: T,
  ) => TargetValues[T];
  /** What all rules found, together. */
  all: (target: 'tags') => string[];
  /** Which attributes filled which field, of those read so far. */
  mapping: () => Record<string, string[]>;
  /** The dialect that filled most of them; undefined when none filled any. */
  dialect: () => string | undefined;
}

export function createSpanReader(span: OtlpSpan): SpanReader {
  const hits = collect(span);
  const fired = new Map<string, Set<Rule>>();
  const context: Context = { span, runType: undefined };

  function note(target: Target, rule: Rule): void {
    const rulesOfTarget = fired.get(target) ?? new Set();
    fired.set(target, rulesOfTarget.add(rule));
  }

  function* values<T extends Target>(target: T): Generator<[TargetValues[T], Rule]> {
    for (const { rule, found } of hits.get(target) ?? []) {
      const { only } = rule;
      if (only && (context.runType === undefined || !only.includes(context.runType))) continue;
      const value = rule.as(found, context) as TargetValues[T] | undefined;
      if (value !== undefined) yield [value, rule];
    }
  }

  // Some fields are asked for more than once, and reading messages is most of the work.
  const known = new Map<Target, unknown>();
  const first: SpanReader['first'] = <T extends Target>(target: T) => {
    if (!known.has(target)) known.set(target, find(target));
    return known.get(target) as TargetValues[T] | undefined;
  };

  function find<T extends Target>(target: T): TargetValues[T] | undefined {
    for (const [value, rule] of values(target)) {
      note(target, rule);
      return value;
    }
    return undefined;
  }

  const merged: SpanReader['merged'] = (target) => {
    const result = new Map<string, unknown>();
    for (const [value, rule] of values(target)) {
      for (const [key, inner] of Object.entries(value)) {
        if (result.has(key)) continue;
        result.set(key, inner);
        note(target, rule);
      }
    }
    return Object.fromEntries(result) as never;
  };

  const runType = first('run_type') ?? 'chain';
  context.runType = runType;
  return {
    runType,
    first,
    merged,
    all(target) {
      const result = new Set<string>();
      for (const [list, rule] of values(target)) {
        note(target, rule);
        for (const entry of list) result.add(entry);
      }
      return [...result];
    },
    mapping: () =>
      Object.fromEntries(
        Array.from(fired, ([target, used]) => [target, Array.from(used, ({ from }) => from)]),
      ),
    dialect: () => dialectOf([...fired.values()].flatMap((used) => [...used])),
  };
}

function dialectOf(used: Rule[]): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const { name } of dialects) {
    const count = used.filter(({ dialect }) => dialect === name).length;
    if (count > most) [best, most] = [name, count];
  }
  return best;
}

function collect(span: OtlpSpan): Hits {
  const hits: Hits = new Map();
  const below = new Map<Rule, Hit>();
  const offer = (key: string, value: OtlpValue) => {
    for (const rule of rules.exact.get(key) ?? [])
      add(hits, span, { rule, found: { value, below: [] } });
  };
  const seen = new Set<string>();
  for (const attributes of attributesOf(span)) {
    for (const [key, value] of Object.entries(attributes)) {
      if (seen.has(key)) continue;
      seen.add(key);
      // An attribute of the sender must not pass for a fact of the span.
      if (!key.startsWith('@')) offer(key, value);
      offerBelow(hits, below, span, key, value);
    }
  }
  for (const [key, value] of Object.entries(span.resource)) offer(`@resource:${key}`, value);
  offer('@name', span.name);
  offer('@scope', span.scope.name);
  if (span.events.length > 0) offer('@events', true);
  for (const list of hits.values()) list.sort((a, b) => a.rule.rank - b.rule.rank);
  return hits;
}

/** A key may be made of a million dots; what lies behind this one no rule asks for. */
const longestPrefix = Math.max(...Array.from(rules.prefix.keys(), (prefix) => prefix.length));

/** Offers an attribute to the rules of each prefix of its key. */
function offerBelow(
  hits: Hits,
  below: Map<Rule, Hit>,
  span: OtlpSpan,
  key: string,
  value: OtlpValue,
): void {
  let dot = key.indexOf('.');
  for (; dot !== -1 && dot <= longestPrefix; dot = key.indexOf('.', dot + 1)) {
    for (const rule of rules.prefix.get(key.slice(0, dot)) ?? []) {
      let hit = below.get(rule);
      if (!hit) {
        hit = { rule, found: { value: null, below: [] } };
        below.set(rule, hit);
        add(hits, span, hit);
      }
      hit.found.below.push([key.slice(dot + 1), value]);
    }
  }
}

function add(hits: Hits, span: OtlpSpan, hit: Hit): void {
  const { scope, to } = hit.rule;
  if (scope && !scope.test(span.scope.name)) return;
  const list = hits.get(to);
  if (list) list.push(hit);
  else hits.set(to, [hit]);
}

/** The span's own attributes, then those that events carry for it. */
function attributesOf(span: OtlpSpan) {
  const carried = span.events.filter(({ name }) => carriers.has(name));
  return [span.attributes, ...carried.map(({ attributes }) => attributes)].filter(isObject);
}
