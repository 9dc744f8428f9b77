// For `node --test --test-global-setup`: engines that all files of the run share.
import { startTestEngines } from './engines.ts';
import type { TestEngines } from './engines.ts';
import { engineUrlsVariable } from './stores.ts';

let engines: TestEngines | undefined;

export async function globalSetup(): Promise<void> {
  engines = await startTestEngines();
  process.env[engineUrlsVariable] = JSON.stringify(engines.urls);
}

export async function globalTeardown(): Promise<void> {
  await engines?.stop();
}
