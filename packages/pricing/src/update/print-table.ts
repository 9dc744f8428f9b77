import type { PriceTable } from '../price/table.ts';

/** The file's text: one entry per line, so that a change reads as one. */
export function printTable(table: PriceTable): string {
  const members = Object.entries(table).map(([name, value]: [string, unknown]) => {
    const key = JSON.stringify(name);
    if (Array.isArray(value)) {
      const items = value.map((item) => `    ${JSON.stringify(item)}`);
      return `  ${key}: [\n${items.join(',\n')}\n  ]`;
    }
    if (typeof value !== 'object' || value === null) return `  ${key}: ${JSON.stringify(value)}`;
    const parts = Object.entries(value).map(
      ([part, inner]) => `    ${JSON.stringify(part)}: ${JSON.stringify(inner)}`,
    );
    return `  ${key}: {\n${parts.join(',\n')}\n  }`;
  });
  return `{\n${members.join(',\n')}\n}\n`;
}
