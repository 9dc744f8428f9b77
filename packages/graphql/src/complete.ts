/**
 * Demands a resolver for every field that the parent object (the mapper) does not have already, so
 * that a missing resolver is a compile error and not a null in production.
 */
export type Complete<R, Mapper> = R & {
  [K in Exclude<keyof R, keyof Mapper | `__${string}`>]-?: NonNullable<R[K]>;
};
