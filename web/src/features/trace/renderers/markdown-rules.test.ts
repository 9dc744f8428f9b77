import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Streamdown } from 'streamdown';
import { markdownRules } from './markdown-rules.ts';
import { safeHref } from './safe-href.ts';

function html(text: string): string {
  return renderToStaticMarkup(createElement(Streamdown, markdownRules, text));
}

test('raw HTML is shown as the text it is', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    'a <svg onload=alert(1)> b',
    '</script><script>alert(1)</script>',
    '<iframe src="https://tracker/"></iframe>',
  ];
  for (const text of hostile) {
    const made = html(text);
    assert.doesNotMatch(made, /<(img|svg|script|iframe)/i, text);
    assert.match(made, /&lt;/, text);
  }
});

test('links go to http, https and mailto only', () => {
  const cases: [string, boolean][] = [
    ['https://example.org/a', true],
    ['HTTP://example.org', true],
    ['mailto:a@example.org', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    [' javascript:alert(1)', false],
    ['data:text/html;base64,PHNjcmlwdD4=', false],
    ['//tracker/x', false],
    ['/relative', false],
    ['https://', false],
  ];
  for (const [href, isSafe] of cases) assert.equal(safeHref(href) !== null, isSafe, href);
  assert.equal(safeHref(undefined), null);
});

test('ordinary Markdown is Markdown', () => {
  const made = html('# Title\n\n- **one**\n- `two`\n\n| a | b |\n|---|---|\n| 1 | 2 |');
  for (const tag of ['<h1', '<li', '<table', '<code']) assert.match(made, new RegExp(tag));
});
