import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/**
 * A server of the S3 protocol on a free port with one bucket. It computes wrong signatures for the requests on a bucket
 * as a whole, since the SDK writes their path with a slash at the end: a test that makes such requests lets them pass.
 */
export async function startS3Server({
  bucket,
  checksSignatures,
}: {
  bucket: string;
  checksSignatures: boolean;
}) {
  const directory = await mkdtemp(join(tmpdir(), 'runlight-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    allowMismatchedSignatures: !checksSignatures,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    directory,
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
