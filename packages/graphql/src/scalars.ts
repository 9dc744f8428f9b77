import { formatInstant } from '@runlight/run-model';
import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

// Instants are microseconds since 1970 inside the system and RFC 3339 text outside.

const rfc3339 = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|z|[+-]\d{2}:\d{2})$/;

/** Microseconds, or undefined for what is not an RFC 3339 instant with a zone. */
export function parseInstant(text: string): number | undefined {
  const match = rfc3339.exec(text);
  if (!match) return undefined;
  const local = `${match[1]}T${match[2]}`;
  if (!isWallClock(local)) return undefined;
  const ms = Date.parse(local + match[4]!.toUpperCase());
  if (Number.isNaN(ms)) return undefined;
  const fraction = (match[3] ?? '').padEnd(6, '0').slice(0, 6);
  return ms * 1000 + Number(fraction);
}

/** Date.parse turns February 30 into March 2, and 24:00 into the next day. */
function isWallClock(local: string): boolean {
  const ms = Date.parse(`${local}Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(local);
}

function readInstant(value: unknown): number {
  const us = typeof value === 'string' ? parseInstant(value) : undefined;
  if (us === undefined) {
    throw new GraphQLError('A DateTime is text such as 2026-01-02T03:04:05Z', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return us;
}

/** Inside: microseconds (number) or Date. Outside: RFC 3339 in UTC. */
export const DateTime = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  serialize: (value) => {
    if (typeof value === 'number') return formatInstant(value);
    if (value instanceof Date) return formatInstant(value.getTime() * 1000);
    throw new GraphQLError('A DateTime resolves to microseconds or a Date');
  },
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : undefined),
});

/** What ingest takes as well; printing JSON that nests by the thousands ends in a stack overflow. */
const maxJsonDepth = 256;

/** Any JSON value of at most 256 levels, passed through as it is. */
export const JSONValue = new GraphQLScalarType({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: readJson,
  parseLiteral: (node, variables) => readJson(valueFromASTUntyped(node, variables)),
});

function readJson(value: unknown): unknown {
  if (!isDeeperThan(value, maxJsonDepth)) return value;
  throw new GraphQLError(`JSON nests at most ${maxJsonDepth} levels deep`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

/** A decimal number as text. Inside: a number or text. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  serialize: (value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return formatDecimal(value);
    throw new GraphQLError('A Decimal resolves to a finite number or text');
  },
  parseValue: (value) => {
    if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return value;
    throw new GraphQLError('A Decimal is text such as 0.0042', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  },
});

/** Plain notation with at most 12 fractional digits: money never shows an exponent. */
function formatDecimal(value: number): string {
  const text = value.toFixed(12).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** An integer as text. Inside: a number without loss, or text. */
export const BigIntText = new GraphQLScalarType<string, string>({
  name: 'BigInt',
  serialize: (value) => {
    if (Number.isSafeInteger(value)) return String(value);
    if (typeof value === 'string' && isInteger(value)) return value;
    throw new GraphQLError('A BigInt resolves to a safe integer or text');
  },
  parseValue: (value) => {
    if (typeof value === 'string' && isInteger(value)) return value;
    throw new GraphQLError('A BigInt is text such as 42', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  },
});

const isInteger = (text: string): boolean => /^-?\d{1,40}$/.test(text);

export const scalarResolvers = { DateTime, JSON: JSONValue, Decimal, BigInt: BigIntText };
