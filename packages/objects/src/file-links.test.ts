import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { createFileLinks } from './file-links.ts';

const secret = 'a secret of the sign-in, long enough';
const file = {
  key: `w/aa/${'a'.repeat(64)}`,
  mimeType: 'image/png',
  name: '../../etc/"pässwd\r\n',
};
const minuteMs = 60_000;

const tokenOf = (path: string): string => path.replace(/^\/files\//, '');

test('a link says again what was signed, until it is over', () => {
  let nowMs = 1_000 * minuteMs;
  const links = createFileLinks({ secret, now: () => nowMs });
  const token = tokenOf(links.sign(file));
  assert.match(token, /^[\w.-]+$/);
  assert.deepEqual(links.verify(token), { ...file, expiresAtMs: 1_010 * minuteMs });
  nowMs += 10 * minuteMs - 1;
  assert.ok(links.verify(token));
  nowMs += 1;
  assert.equal(links.verify(token), undefined);
});

test('links lie between 5 and 10 minutes and are equal within a step', () => {
  let nowMs = 1_000 * minuteMs;
  const links = createFileLinks({ secret, now: () => nowMs });
  const first = links.sign(file);
  nowMs += 5 * minuteMs - 1;
  assert.equal(links.sign(file), first);
  assert.equal(links.verify(tokenOf(first))!.expiresAtMs - nowMs, 5 * minuteMs + 1);
  nowMs += 1;
  assert.notEqual(links.sign(file), first);
});

test('no link lives longer than 10 minutes', () => {
  const links = createFileLinks({ secret });
  assert.throws(() => links.sign({ ...file, ttlMs: 10 * minuteMs + 1 }), /10 minutes/);
  const { expiresAtMs } = links.verify(tokenOf(links.sign({ ...file, ttlMs: minuteMs })))!;
  assert.ok(expiresAtMs <= Date.now() + minuteMs);
});

test('tampered, foreign and broken tokens are nothing', () => {
  const links = createFileLinks({ secret });
  const token = tokenOf(links.sign(file));
  const [content, signature] = token.split('.') as [string, string];
  const other = Buffer.from(JSON.stringify([`v/aa/${'a'.repeat(64)}`, '', '', 9e15])).toString(
    'base64url',
  );
  // The last character holds bits that do not count: two spellings of the same bytes.
  const respelled = signature.slice(0, -1) + String.fromCharCode(signature.charCodeAt(42) + 1);
  const wrong = [
    '',
    '.',
    content,
    `${content}.`,
    `.${signature}`,
    `${other}.${signature}`,
    `${content}.${signature}.`,
    `${content}.${signature}=`,
    `${content} .${signature}`,
    `${content}.${respelled}`,
    `${token}${'x'.repeat(9000)}`,
    // The secret as it is, without its purpose.
    `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`,
    tokenOf(createFileLinks({ secret: `${secret}!` }).sign(file)),
  ];
  for (const bad of wrong) assert.equal(links.verify(bad), undefined, bad.slice(0, 80));
  for (let at = 0; at < token.length; at += 1) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    assert.equal(links.verify(changed), undefined, `character ${at}`);
  }
});

test('long names are cut at a whole character', () => {
  const links = createFileLinks({ secret });
  const name = `${'x'.repeat(254)}😀`;
  assert.equal(
    links.verify(tokenOf(links.sign({ ...file, name })))!.name,
    `${'x'.repeat(254)}\ufffd`,
  );
});
