/** The scale of a feedback key, in the words of the wire (langsmith-protocol §7). */
export interface FeedbackScale {
  type: 'continuous' | 'categorical' | 'freeform';
  /** Of a continuous one: the lowest and the highest score, both included. */
  min?: number;
  max?: number;
  /** Of a categorical one. */
  categories?: FeedbackCategory[];
  allows_multiple_categories?: boolean;
}

export interface FeedbackCategory {
  /** The score that choosing it gives. */
  value: number;
  label?: string;
}

/** What a judgement says that a scale may forbid. */
export interface Judgement {
  score?: number | undefined;
  /** JSON text. */
  value?: string | undefined;
  isError?: boolean | undefined;
}

export const maxCategories = 100;
const maxLabelLength = 256;

/** A scale from JSON of the wire, or what is wrong with it; unknown fields are dropped. */
export function readScale(json: unknown): { scale: FeedbackScale } | { problem: string } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { problem: 'A scale is an object' };
  }
  const {
    type,
    min,
    max,
    categories,
    allows_multiple_categories: many,
  } = json as Partial<Record<keyof FeedbackScale, unknown>>;
  if (type === 'freeform') return { scale: { type } };
  if (type === 'continuous') return readContinuous(min, max);
  if (type === 'categorical') return readCategorical(categories, many);
  return { problem: 'The type of a scale is continuous, categorical or freeform' };
}

function readContinuous(min: unknown, max: unknown): ReturnType<typeof readScale> {
  const ends = [min, max].map((end) => end ?? undefined);
  if (!ends.every((end) => end === undefined || Number.isFinite(end))) {
    return { problem: 'min and max are finite numbers' };
  }
  const [low, high] = ends as (number | undefined)[];
  if (low !== undefined && high !== undefined && low > high) {
    return { problem: 'min is not above max' };
  }
  return {
    scale: {
      type: 'continuous',
      ...(low !== undefined && { min: low }),
      ...(high !== undefined && { max: high }),
    },
  };
}

function readCategorical(list: unknown, many: unknown): ReturnType<typeof readScale> {
  if (!Array.isArray(list) || list.length === 0 || list.length > maxCategories) {
    return { problem: `A categorical scale has 1 to ${maxCategories} categories` };
  }
  const categories = list.map(readCategory);
  if (!categories.every((category) => category !== undefined)) {
    return {
      problem: `A category has a finite number as its value and a label of at most ${maxLabelLength} characters`,
    };
  }
  if (new Set(categories.map(({ value }) => value)).size < categories.length) {
    return { problem: 'Two categories have the same value' };
  }
  return {
    scale: {
      type: 'categorical',
      categories,
      ...(many === true && { allows_multiple_categories: true }),
    },
  };
}

function readCategory(json: unknown): FeedbackCategory | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { value, label } = json as Partial<Record<keyof FeedbackCategory, unknown>>;
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  if (label === undefined || label === null) return { value };
  return typeof label === 'string' && label.length <= maxLabelLength ? { value, label } : undefined;
}

/** Whether both allow the same; the order of categories is nobody's concern. */
export const isSameScale = (a: FeedbackScale, b: FeedbackScale): boolean =>
  canonical(a) === canonical(b);

const canonical = ({ type, min, max, categories = [], ...rest }: FeedbackScale): string =>
  JSON.stringify([
    type,
    min ?? null,
    max ?? null,
    categories
      .toSorted((a, b) => a.value - b.value)
      .map(({ value, label }) => [value, label ?? null]),
    rest.allows_multiple_categories ?? false,
  ]);

/**
 * Why a judgement does not fit the scale; undefined when it does. A failed evaluator judges nothing, and
 * a comment alone is always welcome.
 */
export function scaleProblem(scale: FeedbackScale, judgement: Judgement): string | undefined {
  if (judgement.isError || scale.type === 'freeform') return undefined;
  return scale.type === 'continuous'
    ? continuousProblem(scale, judgement)
    : categoricalProblem(scale, judgement);
}

function continuousProblem({ min, max }: FeedbackScale, { score }: Judgement): string | undefined {
  if (score === undefined) return undefined;
  if (min !== undefined && score < min) return `score is below ${min}, the lowest of its scale`;
  if (max !== undefined && score > max) return `score is above ${max}, the highest of its scale`;
  return undefined;
}

function categoricalProblem(scale: FeedbackScale, judgement: Judgement): string | undefined {
  const { categories = [], allows_multiple_categories: allowsMany = false } = scale;
  const { score, value } = judgement;
  if (score !== undefined && !categories.some((category) => category.value === score)) {
    return 'score is the value of none of the categories of its scale';
  }
  if (value === undefined) return undefined;
  const given = chosen(JSON.parse(value));
  if (given.length > 1 && !allowsMany) return 'value names more than one category';
  const names = new Set(categories.map((category) => category.label ?? String(category.value)));
  if (given.every((each) => names.has(each))) return undefined;
  return 'value is none of the categories of its scale';
}

const chosen = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map((each) =>
    typeof each === 'string' ? each : JSON.stringify(each),
  );
