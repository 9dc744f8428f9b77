/** Something that can be written at the cursor. */
export interface FilterOption {
  label: string;
  detail?: string;
  /** What is written for it. */
  text: string;
  /** A name with its sign: a value comes next. */
  isName?: boolean;
}

/** What fits at a place of the text, and from where on it replaces what is written; null for nothing. */
export type CompleteFilter = (
  text: string,
  cursor: number,
) => Promise<{ from: number; options: FilterOption[] } | null>;
