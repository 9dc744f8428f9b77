// Runs after `npm ci` and `npm install`: builds the web client where its build tools are installed,
// so that `npm start` has nothing to build. A production install (without development
// dependencies) brings its own web files and skips this. Then fills the compile cache.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const hasVite = existsSync(join(root, 'node_modules', 'vite'));
const hasPage = existsSync(join(root, 'web', 'index.html'));

if (hasVite && hasPage && !process.env['RUNLIGHT_SKIP_WEB_BUILD']) {
  const build = spawnSync('npm', ['run', 'build', '-w', 'web', '--silent'], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = build.status ?? 1;
}

const warmUp = join(root, 'infra', 'embedded', 'src', 'warm-compile-cache.ts');
// Saves time only, so its failure is nobody's concern.
if (existsSync(warmUp)) spawnSync(process.execPath, [warmUp], { cwd: root, stdio: 'ignore' });
