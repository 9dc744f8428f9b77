// Composes the subgraphs' schema files into the two checked-in files of the graph.
//   npm run graph:compose            writes them
//   npm run graph:compose -- --check fails when they are not up to date
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { composeGraph } from './graph/compose.ts';
import { subgraphSources } from './graph/subgraphs.ts';

const root = join(import.meta.dirname, '..');
const supergraphFile = join(root, 'gateway', 'supergraph.graphql');
const schemaFile = join(root, 'gateway', 'schema.graphql');

function readIfPresent(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function main(check: boolean): number {
  let files: [string, string][];
  try {
    const { supergraphSdl, schemaSdl } = composeGraph(subgraphSources());
    files = [
      [supergraphFile, supergraphSdl],
      [schemaFile, schemaSdl],
    ];
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  const changed = files.filter(([file, text]) => readIfPresent(file) !== text);
  const names = changed.map(([file]) => relative(root, file)).join(', ');
  if (check && changed.length > 0) {
    console.error(`Not up to date: ${names}. Run npm run graph:compose and commit the result.`);
    return 1;
  }
  for (const [file, text] of changed) writeFileSync(file, text);
  console.log(changed.length > 0 ? `Written: ${names}` : 'The graph is up to date');
  return 0;
}

process.exitCode = main(process.argv.includes('--check'));
