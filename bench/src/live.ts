import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from '@runlight/run-model';
import { startStack } from '@runlight/testkit/default-stack';
import { graph } from '@runlight/testkit/graph-request';
import { WebSocket } from 'ws';
import { percentile } from './results.ts';
import type { Figure } from './results.ts';

// R5: from the HTTP accept to the frame at the subscriber, with many subscribers of one project.

interface Frame {
  runId: string;
  at: number;
}

/** One bare graphql-transport-ws subscriber; parses only what it measures, to stay cheap. */
function subscribe(
  url: string,
  apiKey: string,
  projectId: string,
  frames: Frame[],
): Promise<WebSocket> {
  const socket = new WebSocket(url, 'graphql-transport-ws');
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { apiKey } })),
    );
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.includes('"connection_ack"')) {
        const query = `subscription { runEvents(projectId: ${JSON.stringify(projectId)}) { eventId run { uuid name status startedAt latencyMs } } }`;
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
        resolve(socket);
      } else if (text.includes('"next"')) {
        const runId = /"uuid":"([^"]+)"/.exec(text)?.[1];
        if (runId) frames.push({ runId, at: performance.now() });
      } else if (text.includes('"ping"')) socket.send('{"type":"pong"}');
    });
  });
}

export async function measureLive({
  subscribers = 1000,
  eventsPerSecond = 4,
  seconds = 20,
} = {}): Promise<Figure[]> {
  const stack = await startStack({ RUNLIGHT_MAX_SOCKETS_PER_PRINCIPAL: String(subscribers + 10) });
  try {
    const headers = { 'content-type': 'application/json', 'x-api-key': stack.apiKey };
    const send = (id: string) =>
      fetch(`${stack.url}/runs`, {
        method: 'POST',
        headers,
        body: JSON.stringify({
          id,
          trace_id: id,
          dotted_order: `${new Date().toISOString().replaceAll(/[-:.]/g, '').replace('Z', '')}000Z${id}`,
          name: 'live',
          run_type: 'chain',
          start_time: new Date().toISOString(),
          inputs: { a: 1 },
          session_name: 'live',
        }),
      });
    await send(uuidv7());
    await pause(2000);
    const { data } = await graph<{ project: { id: string } }>(
      stack,
      '{ project(name: "live") { id } }',
    );
    const frames: Frame[] = [];
    const sockets: WebSocket[] = [];
    for (let index = 0; index < subscribers; index += 50) {
      const group = Array.from({ length: Math.min(50, subscribers - index) }, () =>
        subscribe(
          stack.url.replace('http', 'ws') + '/graphql',
          stack.apiKey,
          data.project.id,
          frames,
        ),
      );
      sockets.push(...(await Promise.all(group)));
    }
    await pause(2000);
    const acceptedAt = new Map<string, number>();
    for (let tick = 0; tick < seconds * eventsPerSecond; tick += 1) {
      const id = uuidv7();
      void send(id).then(() => acceptedAt.set(id, performance.now()));
      await pause(1000 / eventsPerSecond);
    }
    await pause(3000);
    const first = new Map<string, number[]>();
    const seen = new Map<string, number>();
    for (const { runId, at } of frames) {
      seen.set(runId, (seen.get(runId) ?? 0) + 1);
      // The first `subscribers` frames of a run are the hint, later ones its stored state.
      if (seen.get(runId)! <= subscribers && acceptedAt.has(runId)) {
        const list = first.get(runId) ?? [];
        list.push(at - acceptedAt.get(runId)!);
        first.set(runId, list);
      }
    }
    const delays = [...first.values()].flat();
    for (const socket of sockets) socket.terminate();
    const load = `${subscribers} subscribers, ${eventsPerSecond} runs/s for ${seconds} s, generator and sockets in one process of the same machine`;
    return [
      {
        row: 'R5',
        what: 'accept to frame, p50',
        value: percentile(delays, 0.5),
        unit: 'ms',
        note: load,
      },
      {
        row: 'R5',
        what: 'accept to frame, p99',
        value: percentile(delays, 0.99),
        unit: 'ms',
        must: '25 ms',
        note: load,
      },
      { row: 'R5', what: 'frames expected', value: acceptedAt.size * subscribers, unit: 'frames' },
      { row: 'R5', what: 'first frames received', value: delays.length, unit: 'frames' },
      { row: 'R5', what: 'all frames (hint and stored)', value: frames.length, unit: 'frames' },
    ];
  } finally {
    await stack.stop();
  }
}
