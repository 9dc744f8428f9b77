import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTokenSealer, hashToken, newLinkToken } from './link-tokens.ts';

const secret = 'a secret of at least 32 characters';

test('a sealed token opens again with the same secret only', () => {
  const sealer = createTokenSealer({ secret });
  const token = newLinkToken();
  const sealed = sealer.seal(token);
  assert.equal(sealer.open(sealed), token);
  assert.equal(createTokenSealer({ secret }).open(sealed), token);
  assert.equal(createTokenSealer({ secret: `${secret}!` }).open(sealed), undefined);
  assert.ok(!sealed.includes(token));
  assert.notDeepEqual(sealer.seal(token), sealed);
});

test('a damaged one opens as nothing', () => {
  const sealer = createTokenSealer({ secret });
  const sealed = sealer.seal('token');
  for (let at = 0; at < sealed.length; at += 1) {
    const damaged = Buffer.from(sealed);
    damaged[at]! ^= 1;
    assert.equal(sealer.open(damaged), undefined, `byte ${at}`);
  }
  for (const length of [0, 5, 28]) assert.equal(sealer.open(sealed.subarray(0, length)), undefined);
});

test('tokens are long and different', () => {
  const tokens = Array.from({ length: 100 }, newLinkToken);
  assert.equal(new Set(tokens).size, 100);
  for (const token of tokens) assert.match(token, /^[\w-]{43}$/);
  assert.equal(hashToken(tokens[0]!).length, 32);
});
