import type { IncomingHttpHeaders } from 'node:http';

const maxLength = 128;

/** What the sender calls itself, as a label for people: cut, without control characters. */
export function readSdk({ 'user-agent': agent }: IncomingHttpHeaders): string | undefined {
  const label = agent
    ?.slice(0, maxLength)
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
  return label === '' ? undefined : label;
}
