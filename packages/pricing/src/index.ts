export * from './usage/index.ts';
export { formatRate, formatUsd, rateUnits, usdNumber, usdUnits } from './price/decimal.ts';
export type {
  Cost,
  CostPart,
  PriceSource,
  PricedTokens,
  UnpricedPart,
  UnpricedReason,
} from './price/cost.ts';
export { compileOwnPrices, compilePattern, maxPatternLength } from './price/own-prices.ts';
export type { OwnPrice, OwnPrices, PatternProblem } from './price/own-prices.ts';
export { createPricer } from './price/pricer.ts';
export type { FoundPrice, PriceQuery, Priced, Pricer } from './price/pricer.ts';
export { readPriceTable, tableUrl } from './price/table.ts';
export type { PriceEntry, PriceRow, PriceTable, PriceTier, Rates } from './price/table.ts';
