// `npm start`, `npm run stop`, `npm run reset`: the default stack on this machine.
import { enableCompileCache } from 'node:module';
import { compileCacheDir } from './compile-cache.ts';

// Works for what is loaded from here on only, hence the second file. `npm start` sets
// NODE_COMPILE_CACHE as well, which covers this one too.
enableCompileCache(compileCacheDir);
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
// Connections kept open by `fetch` must not hold us here.
process.exit();
