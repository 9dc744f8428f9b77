// `npm run bench -- <name>…`: measures and records one group of rows of the performance targets.
import { parseArgs } from 'node:util';
import { measureAccept } from './accept.ts';
import { measureChaos } from './chaos.ts';
import { measureDisk } from './disk.ts';
import { measureFederation } from './federation.ts';
import { measureFresh } from './fresh.ts';
import { measureGrowth } from './growth.ts';
import { measureIngest } from './ingest.ts';
import { measureLive } from './live.ts';
import { measureNoisy } from './noisy.ts';
import { measureOverload } from './overload.ts';
import { measurePeople } from './people.ts';
import { measureReads, sizes as readSizes } from './reads.ts';
import type { Size } from './reads.ts';
import { record } from './results.ts';
import { measureStartup } from './startup.ts';
import { measureStore } from './store.ts';
import { measureWeb } from './web.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seconds: { type: 'string' },
    stored: { type: 'string' },
    probes: { type: 'string' },
    workload: { type: 'string', default: 'chat' },
    size: { type: 'string', default: 'M' },
    subscribers: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '4' },
  },
});

/** The sizes that were given; what was not is the suite's own default. */
const sizes = Object.fromEntries(
  (['runs', 'seconds', 'stored', 'probes'] as const)
    .filter((name) => values[name] !== undefined)
    .map((name) => [name, Number(values[name])]),
);
const size = values.size in readSizes ? (values.size as Size) : 'M';
const workload = values.workload === 'agent' ? 'agent' : 'chat';

const suites = {
  startup: () => measureStartup(),
  accept: () => measureAccept(),
  ingest: () => measureIngest({ ...sizes, workload }),
  store: () => measureStore(sizes),
  fresh: () => measureFresh(sizes),
  growth: () => measureGrowth(sizes),
  chaos: () => measureChaos(sizes),
  overload: () => measureOverload(sizes),
  noisy: () => measureNoisy(sizes),
  federation: () => measureFederation(),
  reads: () => measureReads({ ...sizes, size }),
  disk: () => measureDisk(sizes),
  people: () => measurePeople({ ...sizes, size }),
  web: () => measureWeb(sizes),
  live: () =>
    measureLive({ subscribers: Number(values.subscribers), eventsPerSecond: Number(values.rate) }),
};

const names = positionals.length > 0 ? positionals : Object.keys(suites);
for (const name of names) {
  if (!(name in suites)) {
    console.error(`Unknown bench "${name}"; there are: ${Object.keys(suites).join(', ')}`);
    process.exit(1);
  }
  const file = name === 'ingest' && workload === 'agent' ? 'ingest-agent' : name;
  await record(file, await suites[name as keyof typeof suites]());
}
