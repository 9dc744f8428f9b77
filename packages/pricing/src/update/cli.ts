// `npm run prices:update -- <table.json> [--write]` shows what a newer table changes, and writes it.
// `npm run prices:update -- --compare <folder of @pydantic/genai-prices>` compares this table with that package.
/* oxlint-disable no-console -- a command talks to the person who gave it */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createPricer } from '../price/pricer.ts';
import { readPriceTable, tableUrl } from '../price/table.ts';
import type { PriceTable } from '../price/table.ts';
import { tableProblems } from './check-table.ts';
import type { NameCase } from './check-table.ts';
import { compareTables } from './compare.ts';
import type { OtherTable } from './compare.ts';
import { mergeTable } from './merge-table.ts';
import { printTable } from './print-table.ts';

const casesUrl = new URL('../../test/fixtures/name-cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(casesUrl, 'utf8')) as NameCase[];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, compare: { type: 'string' } },
});
const [file] = positionals;
if (values.compare !== undefined) await compare(values.compare);
else if (file !== undefined) update(file, values.write);
else {
  console.error('prices:update -- <table.json> [--write] | --compare <folder of the package>');
  process.exitCode = 2;
}

function update(path: string, mayWrite: boolean): void {
  const next = JSON.parse(readFileSync(path, 'utf8')) as PriceTable & { name_cases?: NameCase[] };
  const { name_cases: nextCases = cases, ...given } = next;
  const old = readPriceTable();
  if (given.as_of <= old.as_of) throw new Error(`It is not newer than the table of ${old.as_of}`);
  const { table, changes } = mergeTable(old, given);
  for (const { kind, entry, text } of changes) console.log(`${kind}: ${entry}  ${text}`);
  console.log(`${changes.length} changes from ${old.as_of} to ${table.as_of}`);
  const problems = tableProblems(table, nextCases);
  for (const problem of problems) console.error(`problem: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else if (mayWrite) writeFileSync(tableUrl, printTable(table));
}

async function compare(folder: string): Promise<void> {
  const entry = pathToFileURL(resolve(folder, 'dist/index.js')).href;
  const other = (await import(entry)) as OtherTable;
  const table = readPriceTable();
  const at = new Date(`${table.as_of}T12:00:00Z`);
  const { same, onlyHere, different } = compareTables(createPricer(table), other, cases, at);
  for (const { name, ours, theirs } of different) console.log(`${name}: ${ours}, there ${theirs}`);
  for (const name of onlyHere) console.log(`${name}: not there`);
  console.log(`${same} same, ${different.length} different, ${onlyHere.length} not there`);
}
