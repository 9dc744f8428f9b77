// `npm run chaos -- [--faults 200] [--operations 100000] [--seed N]`: exits with 1 when anything that was
// accepted is lost, stale or there twice. `--scenario outage`: the trace store away for five minutes (D7).
import { parseArgs } from 'node:util';
import { runOutage } from './run/outage.ts';
import { describeReport, runChaos } from './run/chaos-run.ts';

const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '200' },
    operations: { type: 'string', default: '100000' },
    poison: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    scenario: { type: 'string', default: 'chaos' },
    'away-seconds': { type: 'string', default: '300' },
  },
});
const say = (line: string) => console.log(line);
const seed = Number(values.seed);
say(`seed ${seed}`);

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort(new Error('interrupted')));

switch (values.scenario) {
  case 'chaos': {
    const report = await runChaos({
      seed,
      faults: Number(values.faults),
      operations: Number(values.operations),
      poison: Number(values.poison),
      say,
      signal: interrupted.signal,
    });
    say(describeReport(report));
    process.exitCode = report.broken.length === 0 ? 0 : 1;
    break;
  }
  case 'outage': {
    const broken = await runOutage({ seed, awaySeconds: Number(values['away-seconds']), say });
    for (const sentence of broken) say(`BROKEN: ${sentence}`);
    process.exitCode = broken.length === 0 ? 0 : 1;
    break;
  }
  default:
    console.error(`Unknown scenario "${values.scenario}"; there are chaos and outage`);
    process.exitCode = 2;
}
