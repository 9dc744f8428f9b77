import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/** The two checked-in files of the composed graph (`npm run graph:compose`). */
export function readGraphFiles(): { supergraphSdl: string; schemaSdl: string } {
  return { supergraphSdl: read('supergraph.graphql'), schemaSdl: read('schema.graphql') };
}
