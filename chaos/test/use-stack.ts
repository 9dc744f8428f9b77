import { after, afterEach, before, beforeEach } from 'node:test';
import { startLab } from '../src/lab/lab.ts';
import type { Lab, LabOptions } from '../src/lab/lab.ts';
import type { LabTenant } from '../src/lab/tenants.ts';
import { startLoad } from '../src/load/load.ts';
import type { Load, LoadOptions } from '../src/load/load.ts';

/** The stack of one file of tests, healed after each of them. */
export interface TestStack {
  readonly lab: Lab;
  /** Two workspaces of the test alone: the oracle judges whole workspaces. */
  readonly tenants: LabTenant[];
  /** Traffic that ends with the test; to ingest and of both workspaces when nothing else is said. */
  load: (options?: Partial<LoadOptions>) => Load;
}

// Node takes down what is open when it ends, and was seen to wait for ever for a socket that had been cut.
process.on('exit', (code) => process.exit(code));

/** To be called inside `describe`. */
export function useStack(options: LabOptions = {}): TestStack {
  let lab: Lab | undefined;
  let tenants: LabTenant[] = [];
  const loads: Load[] = [];

  before(async () => {
    lab = await startLab(options);
  });
  beforeEach(async () => {
    tenants = [await lab!.tenant(), await lab!.tenant()];
  });
  afterEach(async () => {
    await lab?.heal();
    await Promise.all(loads.splice(0).map((one) => one.stop()));
  });
  after(() => lab?.stop());

  return {
    get lab() {
      return lab!;
    },
    get tenants() {
      return tenants;
    },
    load(own = {}) {
      const url = () => lab!.ingest.url;
      const started = startLoad({ tenants, seed: 3, url, ...own });
      loads.push(started);
      return started;
    },
  };
}
