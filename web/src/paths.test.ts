import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paths } from './paths.ts';

test('every address is as people have bookmarked it', () => {
  const trace = '019ab1de-8d8f-7000-8000-5b6f7d3a9c01';
  assert.deepEqual(
    [
      paths.home(),
      paths.signIn(),
      paths.signIn({ token: 'a+b' }),
      paths.projects('default'),
      paths.runs('default', 'support bot/v2'),
      paths.thread('default', 'default', 'chat/7 ü'),
      paths.metrics('default', 'support bot/v2'),
      paths.setup('default', 'default'),
      paths.trace('default', trace),
      paths.trace('default', trace, { run: 'r1' }),
      paths.compareTraces('default', { a: trace, b: 'b1' }),
      paths.inbox('default'),
      paths.inbox('default', { problem: 'SW5n' }),
      paths.prices('default'),
      paths.prices('default', { q: 'gpt-5' }),
      paths.apiKeys('müller & co'),
    ],
    [
      '/',
      '/sign-in',
      '/sign-in?token=a%2Bb',
      '/w/default/projects',
      '/w/default/p/support%20bot%252Fv2/runs',
      '/w/default/p/default/threads/chat%252F7%20%C3%BC',
      '/w/default/p/support%20bot%252Fv2/metrics',
      '/w/default/p/default/setup',
      `/w/default/t/${trace}`,
      `/w/default/t/${trace}?run=r1`,
      `/w/default/compare-traces?a=${trace}&b=b1`,
      '/w/default/settings/inbox',
      '/w/default/settings/inbox?problem=SW5n',
      '/w/default/settings/prices',
      '/w/default/settings/prices?q=gpt-5',
      '/w/m%C3%BCller%20%26%20co/settings/api-keys',
    ],
  );
});
