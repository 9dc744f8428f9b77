// `npm run bench -- <name>`: measures and records one group of rows of the performance targets.
import { parseArgs } from 'node:util';
import { measureAccept } from './accept.ts';
import { measureIngest } from './ingest.ts';
import { measureLive } from './live.ts';
import { record } from './results.ts';
import { measureStartup } from './startup.ts';
import { measureStore } from './store.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '100000' },
    subscribers: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '4' },
  },
});

const suites = {
  startup: () => measureStartup(),
  accept: () => measureAccept(),
  ingest: () => measureIngest({ runs: Number(values.runs) }),
  store: () => measureStore(),
  live: () =>
    measureLive({ subscribers: Number(values.subscribers), eventsPerSecond: Number(values.rate) }),
};

const names = positionals.length > 0 ? positionals : Object.keys(suites);
for (const name of names) {
  if (!(name in suites)) {
    console.error(`Unknown bench "${name}"; there are: ${Object.keys(suites).join(', ')}`);
    process.exit(1);
  }
  await record(name, await suites[name as keyof typeof suites]());
}
