// Money is counted in units of 10^-18 US dollars, rates in 10^-12 dollars per million tokens: tokens times
// rate is exact, and nothing is rounded before it is shown.

const rateScale = 12;
const usdScale = 18;

/** A rate in US dollars per million tokens. Exact for up to twelve decimals. */
export const rateUnits = (usdPerMillion: number | string): bigint =>
  parseDecimal(String(usdPerMillion), rateScale);

/** A factor such as 0.5 or 1.667, applied to a rate. Exact while the product has twelve decimals. */
export function timesFactor(rate: bigint, factor: number): bigint {
  if (factor === 1) return rate;
  return (rate * parseDecimal(String(factor), 6)) / 1_000_000n;
}

/** What tokens cost at a rate. */
export const usdUnits = (tokens: number, rate: bigint): bigint => BigInt(tokens) * rate;

export const formatUsd = (units: bigint): string => formatDecimal(units, usdScale);
export const formatRate = (units: bigint): string => formatDecimal(units, rateScale);

/** The nearest number; for columns and sums, not for arithmetic. */
export function usdNumber(units: bigint): number {
  // Rates have few decimals: both numbers are exact, and one division rounds once.
  const nano = units / 1_000_000_000n;
  if (nano <= Number.MAX_SAFE_INTEGER && nano * 1_000_000_000n === units) return Number(nano) / 1e9;
  return Number(formatUsd(units));
}

/** `12.5`, `-0.25`, `1e-7`. Decimals beyond the scale are cut. */
function parseDecimal(text: string, scale: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (!match) throw new RangeError('not a decimal number');
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const shift = scale + Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  const units = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  return sign === '-' ? -units : units;
}

function formatDecimal(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, -scale);
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
