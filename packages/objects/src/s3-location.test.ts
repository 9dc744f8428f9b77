import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readS3Location } from './s3-location.ts';

const read = (url: string) => readS3Location(new URL(url));

test('a bucket of AWS by its region', () => {
  assert.deepEqual(read('s3://traces/objects/of-us/?region=eu-central-1'), {
    bucket: 'traces',
    prefix: 'objects/of-us',
    region: 'eu-central-1',
    endpoint: undefined,
    pathStyle: false,
  });
});

test('another server is addressed by path and needs no region', () => {
  assert.deepEqual(read('s3://traces?endpoint=http%3A%2F%2F127.0.0.1%3A9000'), {
    bucket: 'traces',
    prefix: '',
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:9000',
    pathStyle: true,
  });
  assert.equal(read('s3://traces?endpoint=https://x.example&pathStyle=false').pathStyle, false);
});

test('what is wrong is said, and secrets are not repeated', () => {
  const wrong = [
    's3://key:secret@traces/x',
    's3:///prefix-only',
    's3://traces/a%20b',
    's3://traces/../x y',
    's3://traces?regoin=eu',
    's3://traces?endpoint=ftp://x',
    's3://traces?pathStyle=perhaps',
  ];
  for (const url of wrong) {
    assert.throws(
      () => read(url),
      (error: Error) =>
        error.message.startsWith('OBJECT_STORE_URL') && !/secret@|:secret/.test(error.message),
      url,
    );
  }
});
