// Uses examples/graphql-client as an outside project does: copies it to a fresh folder, installs,
// generates from the checked-in schema, and checks the types.
//   node scripts/check-graphql-client.ts
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = await mkdtemp(join(tmpdir(), 'runlight-graphql-client-'));

function run(command: string, args: string[]): void {
  execFileSync(command, args, {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, RUNLIGHT_SCHEMA: join(root, 'gateway', 'schema.graphql') },
  });
}

try {
  await cp(join(root, 'examples', 'graphql-client'), folder, {
    recursive: true,
    filter: (path) => !['node_modules', 'generated'].includes(basename(path)),
  });
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
  run('npm', ['run', '--silent', 'generate']);
  run('npm', ['run', '--silent', 'types']);
  console.log('An outside project can use the graph');
} finally {
  await rm(folder, { recursive: true, force: true });
}
