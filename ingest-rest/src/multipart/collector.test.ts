import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPartCollector } from './collector.ts';

const a = '01900000-0000-7000-8000-00000000000a';
const b = '01900000-0000-7000-8000-00000000000b';

function collect(...names: string[]) {
  const collector = createPartCollector();
  for (const name of names) {
    collector.add({ name, contentType: 'application/json', bytes: Buffer.from(name) });
  }
  const { operations, feedback, attachments, rejections } = collector.finish();
  return {
    operations: operations.map(({ part, parts, labels = [] }) => [
      part,
      ...[...parts, ...labels].map(({ field }) => field),
    ]),
    rejected: rejections.map(({ part, code }) => [part, code]),
    feedback: feedback.map(({ kind, idHint }) => [kind, idHint]),
    attachments: attachments.map(({ runId, name }) => [runId, name]),
  };
}

describe('part collector', () => {
  it('keeps operations apart, in the order in which they were produced', () => {
    const { operations, rejected } = collect(
      `post.${a}`,
      `post.${a}.inputs`,
      `post.${b}`,
      `patch.${b}`,
      `patch.${b}.outputs`,
      `patch.${a}`,
      `post.${a}.extra`,
      `patch.${a}.error`,
    );
    assert.deepEqual(operations, [
      [`post.${a}`, 'inputs', 'extra'],
      [`post.${b}`],
      [`patch.${b}`, 'outputs'],
      [`patch.${a}`, 'error'],
    ]);
    assert.deepEqual(rejected, []);
  });

  it('takes a field before its run, and a run twice', () => {
    const { operations } = collect(
      `post.${a}.inputs`,
      `post.${a}`,
      `post.${a}`,
      `post.${a}.outputs`,
    );
    assert.deepEqual(operations, [
      [`post.${a}`, 'inputs'],
      [`post.${a}`, 'outputs'],
    ]);
  });

  it('refuses parts that it does not know, and fields without their run', () => {
    const names = [
      `post.${a}.__proto__`,
      'post..inputs',
      `delete.${a}`,
      `post.${b}.inputs`,
      'constructor',
      '',
    ];
    const { operations, rejected } = collect(`post.${a}`, ...names);
    assert.deepEqual(operations, [[`post.${a}`]]);
    assert.deepEqual(
      new Map(rejected as [string, string][]),
      new Map(names.map((name) => [name, name.endsWith('.inputs') ? 'invalid' : 'unknown_part'])),
    );
  });

  it('does not confuse ids of which one begins with the other', () => {
    const { operations } = collect('post.x', 'post.xy', 'post.xy.inputs', 'post.x.outputs');
    assert.deepEqual(operations, [
      ['post.x', 'outputs'],
      ['post.xy', 'inputs'],
    ]);
  });

  it('takes tags and metadata of a run, feedback, and files whatever they are called', () => {
    const { operations, feedback, attachments, rejected } = collect(
      `post.${a}`,
      `post.${a}.tags`,
      `post.${a}.metadata`,
      `attachment.${a}.photo`,
      `attachment.${b}.../../etc/passwd`,
      `attachment.${b}.`,
      `attachment.${b}`,
      `feedback.${b}`,
    );
    assert.deepEqual(operations, [[`post.${a}`, 'tags', 'metadata']]);
    assert.deepEqual(feedback, [['create', b]]);
    assert.deepEqual(attachments, [
      [a, 'photo'],
      [b, '../../etc/passwd'],
      [b, ''],
      [b, ''],
    ]);
    assert.deepEqual(rejected, []);
  });

  it('has a limit', () => {
    const collector = createPartCollector();
    const add = (index: number) =>
      collector.add({ name: `post.${index}`, contentType: '', bytes: Buffer.alloc(0) });
    const rate = (id: string) =>
      collector.add({ name: `feedback.${id}`, contentType: '', bytes: Buffer.alloc(0) });
    for (let index = 0; index < 999; index += 1) add(index);
    rate(a);
    assert.throws(() => add(1000), /more than 1000 operations/);
    assert.throws(() => rate(b), /more than 1000 operations/);
  });
});
