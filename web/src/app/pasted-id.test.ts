import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idIn } from './pasted-id.ts';

const globalId = 'UnVuOgGas96NjwAAgABbb306nAEBmrPejY8AAIAAW299OpwB';
const uuid = '019ab1de-8d8f-7000-8000-5b6f7d3a9c01';

test('finds the id in whatever was pasted', () => {
  const cases: [pasted: string, id: string | undefined][] = [
    [uuid, uuid],
    [` ${uuid.toUpperCase()} `, uuid],
    [uuid.replaceAll('-', ''), uuid],
    [`run_id="${uuid}",`, uuid],
    [`https://host/w/default/t/11111111-1111-4111-8111-111111111111?run=${uuid}`, uuid],
    [globalId, globalId],
    ['support-bot', undefined],
    ['projects', undefined],
    ['', undefined],
  ];
  for (const [pasted, id] of cases) assert.equal(idIn(pasted), id, pasted);
});
