import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, emptyDraft, fieldsOf, saysSomething } from './draft.ts';

const feedback = {
  __typename: 'Feedback' as const,
  id: 'id',
  uuid: 'uuid',
  key: 'quality',
  score: 0,
  value: 'bad',
  comment: null,
  correction: { answer: 4 },
  source: 'app',
  isError: false,
  createdAt: '',
  modifiedAt: '',
  isMine: true,
  mayChange: true,
  user: null,
};

test('what was given comes back as it was', () => {
  const draft = draftOf(feedback);
  assert.equal(draft.score, '0');
  assert.deepEqual(fieldsOf(draft), {
    score: 0,
    value: 'bad',
    comment: null,
    correction: { answer: 4 },
  });
});

test('an empty field empties, a score has to be a number, a correction may be text', () => {
  assert.deepEqual(fieldsOf({ ...emptyDraft, comment: '  ', correction: '{broken' }), {
    score: null,
    value: null,
    comment: null,
    correction: '{broken',
  });
  assert.equal(fieldsOf({ ...emptyDraft, score: 'high' }), undefined);
  assert.equal(saysSomething(emptyDraft), false);
  assert.equal(saysSomething({ ...emptyDraft, score: '0' }), true);
});
