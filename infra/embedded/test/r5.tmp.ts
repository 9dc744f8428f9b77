import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { bootstrap } from '@runlight/auth';
import { createDatabase } from '@runlight/postgres';
import { createLogger } from '@runlight/service';
import { freePort, testStores, waitFor } from '@runlight/testkit';
import { uuidv7 } from '@runlight/run-model';
import { WebSocket } from 'ws';
const apiKey = `r5_test_${randomUUID()}`;
const log = createLogger({ service: 'test', level: 'silent' });
const stores: any = await testStores({ clickhouse: true, postgres: true, redis: true });
const database = createDatabase({ url: stores.databaseUrl, log, applicationName: 'test' });
await bootstrap({ db: database.db, apiKey, log });
const [port, iport] = [await freePort(), await freePort()];
const n = Number(process.argv[2] ?? 1000);
const common = { PATH: process.env['PATH'], DATABASE_URL: stores.databaseUrl, REDIS_URL: stores.redisUrl, LOG_LEVEL: 'warn' };
const start = (file: string, env: any) => spawn(process.execPath, [...(file.includes('platform') && process.env['PROF'] ? ['--cpu-prof', '--cpu-prof-dir=/tmp/rl/prof'] : []), file], { env: { ...common, ...env }, stdio: 'inherit' });
const ingest = start('ingest-rest/src/index.ts', { INGEST_HOST: '127.0.0.1', INGEST_PORT: String(iport) });
const platform = start('infra/embedded/src/platform.ts', { PORT: String(port), PUBLIC_URL: `http://localhost:${port}`, INGEST_URL: `http://127.0.0.1:${iport}`, CLICKHOUSE_URL: stores.clickhouseUrl, AUTH_SECRET: 'x'.repeat(40), RUNLIGHT_MAX_SOCKETS_PER_PRINCIPAL: '5000' });
const url = `http://localhost:${port}`;
await waitFor(async () => (await fetch(url + '/ready').catch(() => undefined))?.status === 200 && (await fetch(`http://127.0.0.1:${iport}/live`).catch(() => undefined))?.status === 200, { timeoutMs: 30000, what: 'ready' });
const usage = (pid: number) => { const s = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); const rss = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096; return { cpuMs: (Number(s[11]) + Number(s[12])) * 10, rss }; };
const send = (id: string) => fetch(`${url}/runs`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': apiKey }, body: JSON.stringify({ id, trace_id: id, dotted_order: `${new Date().toISOString().replaceAll(/[-:.]/g, '').replace('Z', '')}000Z${id}`, name: 'live', run_type: 'chain', start_time: new Date().toISOString(), inputs: { a: 1 }, session_name: 'live' }) });
const r = await send(uuidv7()); console.log(r.status, await r.text());
const g = await (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': apiKey }, body: JSON.stringify({ query: '{ project(name: "live") { id } }' }) })).json() as any;
const before = usage(platform.pid!);
const frames: { id: string; at: number }[] = [];
const query = `subscription { runEvents(projectId: ${JSON.stringify(g.data.project.id)}) { eventId run { uuid name status startedAt latencyMs } } }`;
const sockets: WebSocket[] = [];
for (let i = 0; i < n; i += 50) {
  await Promise.all(Array.from({ length: 50 }, () => new Promise<void>((resolve) => {
    const s = new WebSocket(url.replace('http', 'ws') + '/graphql', 'graphql-transport-ws'); sockets.push(s);
    s.on('open', () => s.send(JSON.stringify({ type: 'connection_init', payload: { apiKey } })));
    s.on('message', (d: Buffer) => { const t = d.toString(); if (t.includes('"connection_ack"')) { s.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } })); resolve(); } else if (t.includes('"next"')) frames.push({ id: /"uuid":"([^"]+)"/.exec(t)![1]!, at: performance.now() }); else console.log(t); });
  })));
}
await pause(2000);
const mid = usage(platform.pid!);
const accepted = new Map<string, number>();
for (let i = 0; i < 40; i++) { const id = uuidv7(); void send(id).then(() => accepted.set(id, performance.now())); await pause(250); }
await pause(1000);
const end = usage(platform.pid!);
const delays = frames.filter((f) => accepted.has(f.id)).map((f) => f.at - accepted.get(f.id)!).sort((a, b) => a - b);
const q = (p: number) => delays[Math.floor(delays.length * p)]?.toFixed(1);
console.log({ frames: frames.length, p50: q(.5), p99: q(.99), max: q(.9999), rssPer1000: ((mid.rss - before.rss) / 1e6 / n * 1000).toFixed(1), rss: (end.rss / 1e6).toFixed(0), cpuUsPerFrame: ((end.cpuMs - mid.cpuMs) * 1000 / frames.length).toFixed(1) });
for (const s of sockets) s.terminate();
platform.kill('SIGTERM'); ingest.kill('SIGTERM'); await pause(3000); await database.close(); await stores.close(); process.exit();
