import { invalidInput } from '@runlight/service';
import type { Source } from '../read-values.ts';

/** The scale of the graph, and as it is given out. */
export interface GraphScale {
  type: string;
  min: number | null;
  max: number | null;
  categories: { value: number; label: string | null }[];
  allowsMultipleCategories: boolean;
}

export const scaleSelection = 'type min max categories { value label } allowsMultipleCategories';

/** `feedback_config` of the protocol (§7) as input of the graph, which checks what is in it. */
export function readScale(config: Source): object {
  const { type, min, max, categories, allows_multiple_categories: several } = config;
  if (typeof type !== 'string') throw invalidInput('feedback_config.type is missing');
  if (categories !== undefined && categories !== null && !Array.isArray(categories)) {
    throw invalidInput('feedback_config.categories must be a list');
  }
  return {
    type: type.toUpperCase(),
    min,
    max,
    categories: (categories as unknown[] | null | undefined)?.map(readCategory),
    allowsMultipleCategories: several,
  };
}

export function readCategory(category: unknown): object {
  if (typeof category !== 'object' || category === null) {
    throw invalidInput('a category must be an object');
  }
  const { value, label } = category as Source;
  return { value, label };
}

export const describeScale = (scale: GraphScale): object => ({
  type: scale.type.toLowerCase(),
  min: scale.min,
  max: scale.max,
  categories: scale.categories.length > 0 ? scale.categories : null,
  allows_multiple_categories: scale.allowsMultipleCategories,
});
