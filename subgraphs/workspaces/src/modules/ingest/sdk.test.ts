import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseUserAgent } from './sdk.ts';

const cases: [userAgent: string, name: string | undefined, version?: string | null][] = [
  ['langsmith-py/0.4.1', 'langsmith-py', '0.4.1'],
  ['langsmith-js/0.3.67', 'langsmith-js', '0.3.67'],
  ['OTel-OTLP-Exporter-Python/1.38.0', 'OTel-OTLP-Exporter-Python', '1.38.0'],
  ['OTel-OTLP-Exporter-JavaScript/0.208.0 (linux)', 'OTel-OTLP-Exporter-JavaScript', '0.208.0'],
  ['OTel OTLP Exporter Java/1.5', 'OTel', null],
  ['python-requests/2.32.5', 'python-requests', '2.32.5'],
  ['node', 'node', null],
  ['curl/', 'curl', null],
  ['/1.0', '/1.0', null],
  ['', undefined],
  ['  ', undefined],
];

for (const [userAgent, name, version] of cases) {
  test(`the software of "${userAgent}" is ${name ?? 'not known'} (O2)`, () => {
    const sdk = parseUserAgent(userAgent);
    assert.equal(sdk?.name, name);
    assert.equal(sdk?.version, version);
  });
}
