// What runs in a browser as well: no Node modules below here.
export {
  allOf,
  anyOf,
  conjuncts,
  enumFields,
  filterLimits,
  idFields,
  negated,
  numberFields,
  recordKinds,
  scopes,
  textFields,
  timeFields,
  userIdKeys,
  userIdOf,
} from './filter.ts';
export type {
  EnumField,
  FeedbackSubject,
  FilterSubject,
  FreeTextField,
  IdField,
  IdTest,
  NumberField,
  NumberOperator,
  NumberTest,
  OrderOperator,
  PartTest,
  RecordCondition,
  RecordKind,
  RunCondition,
  RunFilter,
  Scope,
  TextField,
  TextPart,
  TextTest,
  TimeField,
  TimeTest,
} from './filter.ts';
export { jsonEntries, maxEntryDepth, metadataEntries } from './entries.ts';
export type {
  DateTimeFilterInput,
  EntryFilterInput,
  FeedbackFilterInput,
  FloatFilterInput,
  IdFilterInput,
  RunFilterInput,
  StringFilterInput,
} from './input-types.ts';
export { FilterInputError, readFilterInput } from './read-input.ts';
export { toFilterInput } from './to-input.ts';
export { FilterSyntaxError } from './syntax-error.ts';
export { parseFilterText } from './bar/parse.ts';
export { printFilterText } from './bar/print.ts';
export { filterFields } from './field-catalogue.ts';
export type { FilterField } from './field-catalogue.ts';
export { parseLangsmithFilter } from './langsmith/parse.ts';
export { printLangsmithFilter } from './langsmith/print.ts';
export { matchesFilter, needsStore, passesText } from './matches.ts';
export { filterProblem } from './problem.ts';
export { escapedLike, likeLiterals } from './values.ts';
export { searchWords } from './words.ts';
