import { Readable } from 'node:stream';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { GetObjectCommandOutput, HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import { unavailable } from '@runlight/service';
import type { Logger } from '@runlight/service';
import { refreshAfterMs } from './object-store.ts';
import type { ByteRange, ObjectStore, ObjectStream, PutOptions } from './object-store.ts';
import type { S3Location } from './s3-location.ts';

const connectTimeoutMs = 3000;
/** Without a byte of an answer. */
const requestTimeoutMs = 15_000;
/** For one call with all its attempts, the largest upload included. */
const callTimeoutMs = 60_000;
const maxAttempts = 3;
const maxSockets = 64;
/** What one request of S3 takes. */
const keysPerRemoval = 1000;

/** Objects in a bucket of S3 or of a server that speaks its protocol. Credentials come from the usual AWS variables. */
export function createS3Store(
  location: S3Location,
  { log, now = Date.now }: { log: Logger; now?: () => number },
): ObjectStore {
  const { bucket, prefix } = location;
  const client = createClient(location);

  const nameOf = (key: string): string => (prefix === '' ? key : `${prefix}/${key}`);
  const inTime = () => ({ abortSignal: AbortSignal.timeout(callTimeoutMs) });

  async function guarded<T>(call: string, action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      const { name, status } = describe(error);
      log.debug({ call, reason: name, status }, 'the object store refused');
      // The client's own message may quote the key, and with it the workspace.
      throw unavailable(`The object store does not work (${name})`);
    }
  }

  async function headOf(name: string): Promise<HeadObjectCommandOutput | undefined> {
    const command = new HeadObjectCommand({ Bucket: bucket, Key: name });
    return client.send(command, inTime()).catch(undefinedWhenMissing);
  }

  async function sizeOf(name: string): Promise<number | undefined> {
    return (await headOf(name))?.ContentLength;
  }

  async function putMissing(key: string, bytes: Uint8Array, options?: PutOptions): Promise<void> {
    const name = nameOf(key);
    // Looked up rather than `If-None-Match`, which not every server knows; to write the same bytes twice is no harm.
    const head = await headOf(name);
    const ageMs = now() - (head?.LastModified?.getTime() ?? 0);
    if (head?.ContentLength === bytes.byteLength && ageMs <= refreshAfterMs) return;
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: name,
      Body: bytes,
      ContentLength: bytes.byteLength,
      ContentType: options?.contentType ?? 'application/octet-stream',
    });
    await client.send(command, inTime());
  }

  /** 'beyond' when the range begins after the end, which S3 answers with an error. */
  async function fetchObject(
    key: string,
    range: ByteRange | undefined,
    options: { abortSignal?: AbortSignal },
  ): Promise<GetObjectCommandOutput | 'beyond' | undefined> {
    const Range = range && `bytes=${range.start}-${range.end - 1}`;
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: nameOf(key),
      ...(Range ? { Range } : {}),
    });
    return client.send(command, options).catch((error: unknown) => {
      if (describe(error).status === 416) return 'beyond' as const;
      return undefinedWhenMissing(error);
    });
  }

  async function getBytes(key: string, range?: ByteRange): Promise<Buffer | undefined> {
    // `bytes=5-4` is no range to HTTP, and the answer would be the whole.
    const found = isEmpty(range) ? 'beyond' : await fetchObject(key, range, inTime());
    if (found === undefined) return undefined;
    if (found === 'beyond') {
      return (await sizeOf(nameOf(key))) === undefined ? undefined : Buffer.alloc(0);
    }
    return Buffer.from((await found.Body?.transformToByteArray()) ?? []);
  }

  async function emptyStream(key: string): Promise<ObjectStream | undefined> {
    const sizeBytes = await sizeOf(nameOf(key));
    return sizeBytes === undefined ? undefined : { body: Readable.from([]), sizeBytes };
  }

  async function openStream(key: string, range?: ByteRange): Promise<ObjectStream | undefined> {
    if (isEmpty(range)) return emptyStream(key);
    // No limit on the whole: how long a download takes is for the client's line to say.
    const found = await fetchObject(key, range, {});
    if (found === undefined) return undefined;
    if (found === 'beyond') return emptyStream(key);
    return { body: found.Body as Readable, sizeBytes: wholeSize(found) };
  }

  async function removeAll(keys: string[]): Promise<void> {
    const names = keys.map(nameOf);
    for (let first = 0; first < names.length; first += keysPerRemoval) {
      const Objects = names.slice(first, first + keysPerRemoval).map((Key) => ({ Key }));
      const Delete = { Objects, Quiet: true };
      const answer = await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete }),
        inTime(),
      );
      const [failed] = (answer.Errors ?? []).filter(({ Code }) => Code !== 'NoSuchKey');
      if (failed) throw Object.assign(new Error('not removed'), { name: failed.Code ?? 'unknown' });
    }
  }

  return {
    put: (key, bytes, options) => guarded('put', () => putMissing(key, bytes, options)),
    get: (key, range) => guarded('get', () => getBytes(key, range)),
    stream: (key, range) => guarded('stream', () => openStream(key, range)),
    size: (key) => guarded('size', () => sizeOf(nameOf(key))),
    remove: (keys) => guarded('remove', () => removeAll(keys)),
    ping: () =>
      guarded('ping', async () => {
        await client.send(new HeadBucketCommand({ Bucket: bucket }), inTime());
      }),
    close: async () => client.destroy(),
  };
}

function createClient({ region, endpoint, pathStyle }: S3Location): S3Client {
  return new S3Client({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    forcePathStyle: pathStyle,
    maxAttempts,
    // Newer checksums are refused by many servers that speak S3; the content's hash is in the key anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: connectTimeoutMs,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets, keepAlive: true },
      httpsAgent: { maxSockets, keepAlive: true },
    },
  });
}

function isEmpty(range: ByteRange | undefined): boolean {
  return range !== undefined && range.end <= range.start;
}

/** From `bytes 0-9/300`, or of an answer with the whole object. */
function wholeSize({ ContentRange, ContentLength }: GetObjectCommandOutput): number {
  const total = ContentRange === undefined ? undefined : /\/(\d+)$/.exec(ContentRange)?.[1];
  return total === undefined ? (ContentLength ?? 0) : Number(total);
}

function undefinedWhenMissing(error: unknown): undefined {
  const { name, status } = describe(error);
  // A missing bucket is a 404 as well, and is no missing object.
  if (name === 'NoSuchKey' || name === 'NotFound' || (status === 404 && name !== 'NoSuchBucket')) {
    return undefined;
  }
  throw error;
}

function describe(error: unknown): { name: string; status: number | undefined } {
  const { name, code, $metadata } = error as {
    name?: string;
    code?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const word = [code, name].find((text) => text !== undefined && /^\w{2,60}$/.test(text));
  return { name: word ?? 'unknown', status: $metadata?.httpStatusCode };
}
