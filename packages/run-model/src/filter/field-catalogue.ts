import { valuesOfEnum } from './conditions.ts';
import { fieldSpecs } from './field-specs.ts';
import type { FieldTarget } from './field-specs.ts';

/** Something that may stand in the filter bar. */
export interface FilterField {
  /** As it is typed; those of `entries` and `feedback` end in a dot and want a key, a `scope` a filter in parentheses. */
  name: string;
  type: FieldTarget['type'] | 'entries' | 'feedback' | 'scope';
  /** As they are typed between the name and the value. */
  operators: readonly string[];
  /** All values, where they are few. */
  values?: readonly string[];
  description: string;
}

const textOperators = [':', '!=', '~', '!~', '~=', '!~='] as const;
const orderOperators = [':', '!=', '>', '>=', '<', '<='] as const;

const operatorsOf: Readonly<Record<FieldTarget['type'], readonly string[]>> = {
  text: textOperators,
  enum: [':', '!='],
  number: orderOperators,
  duration: orderOperators,
  time: orderOperators,
  id: [':', '!='],
  boolean: [':'],
};

function valuesOf(target: FieldTarget): Pick<FilterField, 'values'> {
  if (target.type === 'enum') return { values: valuesOfEnum(target.field) };
  return target.type === 'boolean' ? { values: ['true', 'false'] } : {};
}

const entryOperators = [...textOperators, '>', '>=', '<', '<='];

/** What the filter bar knows, in the order in which it is offered. */
export const filterFields: readonly FilterField[] = [
  ...fieldSpecs.map(({ name, target, description }) => ({
    name,
    type: target.type,
    operators: operatorsOf[target.type],
    ...valuesOf(target),
    description,
  })),
  ...(
    [
      ['metadata.', 'entries', 'A metadata entry, by its key'],
      ['inputs.', 'entries', 'A value inside the inputs, by its dotted path'],
      ['outputs.', 'entries', 'A value inside the outputs, by its dotted path'],
      ['feedback.', 'feedback', 'Feedback on the run, by its key: a number is the score'],
    ] as const
  ).map(([name, type, description]) => ({ name, type, operators: entryOperators, description })),
  ...(
    [
      ['trace', 'The root of its trace is such a run'],
      ['tree', 'Any run of its trace is such a run'],
      ['thread', 'Any run of its thread is such a run'],
    ] as const
  ).map(([name, description]) => ({ name, type: 'scope' as const, operators: ['('], description })),
];
