import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { waitFor } from '@runlight/testkit';
import { Client, RunTree } from 'langsmith';
import { graph } from '@runlight/testkit/graph-request';
import { startStack } from '@runlight/testkit/default-stack';
import type { Stack } from '@runlight/testkit/default-stack';

// The npm client unchanged, through the front door, in the three forms of the endpoint that people
// configure, with and without compression.

let stack: Stack;
before(async () => {
  stack = await startStack();
});
after(() => stack?.stop());

async function sendNested(client: Client, project: string): Promise<string> {
  const root = new RunTree({
    name: 'outer',
    run_type: 'chain',
    inputs: { question: `from ${project}`, unusual: 'ü – 漢字 – 🙂' },
    client,
    project_name: project,
  });
  await root.postRun();
  const child = root.createChild({ name: 'inner', run_type: 'llm', inputs: { messages: [] } });
  await child.postRun();
  await child.end({ usage_metadata: { input_tokens: 3, output_tokens: 4, total_tokens: 7 } });
  await child.patchRun();
  await root.end({ answer: 42 });
  await root.patchRun();
  await client.awaitPendingTraceBatches();
  return root.id;
}

for (const suffix of ['', '/api', '/api/v1']) {
  for (const compressed of [true, false]) {
    test(`endpoint "${suffix}" ${compressed ? 'with' : 'without'} compression`, async () => {
      process.env['LANGSMITH_DISABLE_RUN_COMPRESSION'] = compressed ? 'false' : 'true';
      const client = new Client({ apiUrl: stack.url + suffix, apiKey: stack.apiKey });
      const project = `sdk ${suffix || 'bare'} ${compressed}`;
      const id = await sendNested(client, project);
      interface Answer {
        run: {
          status: string;
          inputs: unknown;
          outputs: unknown;
          totalTokens: number;
          project: { name: string };
          children: { name: string; status: string }[];
        } | null;
      }
      const read = async () =>
        (
          await graph<Answer>(
            stack,
            `query ($id: ID!) { run(id: $id) { status inputs outputs totalTokens project { name } children { name status } } }`,
            { id },
          )
        ).data.run;
      await waitFor(async () => (await read())?.status === 'SUCCESS', {
        timeoutMs: 10_000,
        what: 'the run to be readable',
      });
      assert.deepEqual(await read(), {
        status: 'SUCCESS',
        inputs: { question: `from ${project}`, unusual: 'ü – 漢字 – 🙂' },
        outputs: { answer: 42 },
        totalTokens: 7,
        project: { name: project },
        children: [{ name: 'inner', status: 'SUCCESS' }],
      });
    });
  }
}
