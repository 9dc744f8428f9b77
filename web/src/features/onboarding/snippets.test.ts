import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { sdks, shellText, snippetsFor } from './snippets.ts';

const input = {
  origin: 'http://localhost:4000',
  project: "it's a $(test) `project`",
  apiKey: 'rl_abc-DEF_1',
  runUuid: '019ab1de-8d8f-7000-8000-5b6f7d3a9c01',
  now: new Date('2026-11-25T12:00:00Z'),
};

test('a shell reads back exactly what was meant, whatever is in it', () => {
  for (const text of [input.project, 'plain', 'a b', '"', '\\', '$HOME', "''", 'naïve ü']) {
    const read = execFileSync('sh', ['-c', `printf %s ${shellText(text)}`], { encoding: 'utf8' });
    assert.equal(read, text);
  }
});

test('the data of the request survives the shell', () => {
  const [{ code } = { code: '' }] = snippetsFor('curl', input);
  const data = code.slice(code.indexOf(' -d ') + 4);
  const read = execFileSync('sh', ['-c', `printf %s ${data}`], { encoding: 'utf8' });
  const run = JSON.parse(read) as Record<string, unknown>;
  assert.equal(run['session_name'], input.project);
  assert.equal(run['start_time'], '2026-11-25T11:59:58.800Z');
  assert.equal(run['id'], input.runUuid);
});

test('every way names the address, the key and the project', () => {
  for (const sdk of sdks) {
    const code = snippetsFor(sdk, { ...input, project: 'default' })
      .map((snippet) => snippet.code)
      .join('\n');
    for (const part of [input.origin, input.apiKey, 'default']) assert.ok(code.includes(part), sdk);
  }
});

test('the header of OpenTelemetry carries any project name', () => {
  const [, environment] = snippetsFor('opentelemetry', { ...input, project: 'a,b=c ü' });
  const script = `${environment!.code}\nprintf %s "$OTEL_EXPORTER_OTLP_HEADERS"`;
  const read = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
  const entry = read.split(',').find((header) => header.startsWith('langsmith-project='));
  assert.equal(decodeURIComponent(entry!.split('=')[1]!), 'a,b=c ü');
});

test('without a key there is a word to replace', () => {
  const [, environment] = snippetsFor('python', { ...input, apiKey: undefined });
  assert.match(environment!.code, /LANGSMITH_API_KEY=YOUR_API_KEY/);
});
