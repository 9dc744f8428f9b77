import { isObject } from './usage.ts';
import type { Billing, JsonObject, ServiceMode } from './usage.ts';

const modes: Record<string, ServiceMode> = {
  batch: 'batch',
  flex: 'flex',
  priority: 'priority',
  fast: 'fast',
};

/**
 * How the provider served the request. The response decides, not the request. What is ordinary
 * (`standard`, `default`, `auto`, `on_demand`) says nothing.
 */
export function billingOf(body: JsonObject, usage: JsonObject): Billing {
  const billing: Billing = {};
  const mode =
    modeOf(usage['service_tier']) ??
    modeOf(body['service_tier']) ??
    modeOf(body['serviceTier']) ??
    (usage['speed'] === 'fast' ? 'fast' : undefined);
  if (mode) billing.mode = mode;
  if (usage['inference_geo'] === 'us') billing.region = 'us';
  return billing;
}

const modeOf = (written: unknown): ServiceMode | undefined =>
  typeof written === 'string' && Object.hasOwn(modes, written) ? modes[written] : undefined;

/**
 * What the router charged (OpenRouter's `usage.cost`), in US dollars. With the caller's own key `cost` is
 * the router's fee only, and the model's price stands beside it.
 */
export function chargedUsd(usage: JsonObject): number | undefined {
  const cost = asCost(usage['cost']);
  if (cost === undefined) return undefined;
  if (usage['is_byok'] !== true) return cost;
  const details = isObject(usage['cost_details']) ? usage['cost_details'] : {};
  return cost + (asCost(details['upstream_inference_cost']) ?? 0);
}

const asCost = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
