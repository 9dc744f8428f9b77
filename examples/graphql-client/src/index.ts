// Lists the latest runs of a project, then prints what happens live until Ctrl+C:
//   RUNLIGHT_URL=http://localhost:4000 RUNLIGHT_API_KEY=… npm start -- <project>
import { RecentRunsDocument, RunEventsDocument } from './generated/graphql.ts';
import { GraphError, createGraphClient } from './graph-client.ts';

const url = process.env['RUNLIGHT_URL'] ?? 'http://localhost:4000';
const apiKey = process.env['RUNLIGHT_API_KEY'];
const projectName = process.argv[2] ?? 'default';
if (!apiKey) throw new Error('Set RUNLIGHT_API_KEY to an API key of your workspace');

const client = createGraphClient({ url, apiKey });
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());

try {
  const { project } = await client.request(RecentRunsDocument, {
    project: projectName,
    filter: { isRoot: true },
  });
  if (!project) throw new Error(`No project ${projectName}`);
  for (const run of project.runs.nodes) {
    console.log(run.startedAt, run.status, run.name, `${run.latencyMs ?? '…'} ms`, run.uuid);
  }

  console.log(`waiting for runs of ${project.name}`);
  const events = client.events(
    RunEventsDocument,
    { projectId: project.id, filter: { isRoot: true } },
    { eventIdOf: ({ runEvents }) => runEvents.eventId, signal: stop.signal },
  );
  for await (const { runEvents } of events) {
    if (runEvents.__typename === 'RunEventsGap') {
      console.log('events were missed; read the list again');
    } else if (runEvents.run) {
      console.log(runEvents.eventId, runEvents.run.status, runEvents.run.name, runEvents.run.uuid);
    }
  }
} catch (error) {
  if (!(error instanceof GraphError)) throw error;
  console.error(`${error.code}: ${error.message} (request ${error.requestId ?? 'unknown'})`);
  process.exitCode = 1;
} finally {
  await client.close();
}
