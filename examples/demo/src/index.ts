// `npm run demo`: sends a varied, realistic set of traces: chats of one thread, an agent with tools,
// retrieval, failures, a run that never ends, a trace of 500 runs, and one that runs while you watch.
import { Client } from 'langsmith';
import { bigBatch, failedSummary, lostRun } from './failures-and-batch.ts';
import { runLiveAgent } from './live-run.ts';
import { handbookQuestion, supportTurn, travelAgent } from './scenarios.ts';
import { sendTrace } from './send.ts';

const endpoint = process.env['LANGSMITH_ENDPOINT'] ?? 'http://localhost:4000';
const apiKey = process.env['LANGSMITH_API_KEY'];
const project = process.env['LANGSMITH_PROJECT'] ?? 'demo';
if (!apiKey) {
  console.error(
    'Set LANGSMITH_API_KEY first: `npm start` prints a key on its first start, and you can make one under Settings → API keys.',
  );
  process.exit(1);
}

const minute = 60_000;
const now = Date.now();
const client = new Client({ apiUrl: endpoint, apiKey });
const thread = `support-${now.toString(36)}`;

for (let turn = 0; turn < 5; turn += 1) {
  await sendTrace(client, project, now - (50 - turn * 2) * minute, supportTurn(turn, thread));
}
for (let index = 0; index < 3; index += 1) {
  await sendTrace(client, project, now - (44 - index * 9) * minute, failedSummary(index));
}
await sendTrace(client, project, now - 31 * minute, lostRun());
await sendTrace(client, project, now - 22 * minute, handbookQuestion());
await sendTrace(client, project, now - 14 * minute, travelAgent());
await sendTrace(client, project, now - 9 * minute, bigBatch());
await client.awaitPendingTraceBatches();
console.log(
  `Sent 12 traces to the project "${project}". One more is running now: watch it on ${endpoint}`,
);
await runLiveAgent(client, project);
await client.awaitPendingTraceBatches();
console.log('Done.');
