import { z } from '@runlight/service';

/** Where objects are in S3. */
export interface S3Location {
  bucket: string;
  /** Without slashes at its ends; empty for the bucket's root. */
  prefix: string;
  /** When absent, the AWS environment and configuration say. */
  region: string | undefined;
  /** Of a server other than AWS. */
  endpoint: string | undefined;
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  pathStyle: boolean;
}

const queryModel = z.strictObject({
  region: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  endpoint: z.url({ protocol: /^https?$/ }).optional(),
  pathStyle: z.stringbool().optional(),
});

/** Reads `s3://bucket/prefix?region=…&endpoint=…&pathStyle=true`; throws with what is wrong, and never quotes a secret. */
export function readS3Location(url: URL): S3Location {
  if (url.username !== '' || url.password !== '') {
    throw new Error(
      'OBJECT_STORE_URL takes no credentials; put them into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    );
  }
  if (!/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/.test(url.hostname)) {
    throw new Error('OBJECT_STORE_URL must name a bucket: s3://bucket/prefix');
  }
  const prefix = url.pathname.replaceAll(/^\/+|\/+$/g, '');
  if (prefix !== '' && !/^[\w.-]+(\/[\w.-]+)*$/.test(prefix)) {
    throw new Error('OBJECT_STORE_URL has a prefix with other characters than A-Z a-z 0-9 . _ - /');
  }
  const query = queryModel.safeParse(Object.fromEntries(url.searchParams));
  if (!query.success) {
    throw new Error(
      'OBJECT_STORE_URL knows region, endpoint (http or https) and pathStyle (true or false) only',
    );
  }
  const { region, endpoint, pathStyle } = query.data;
  return {
    bucket: url.hostname,
    prefix,
    // Others than AWS ignore it, but a signature needs one.
    region: region ?? (endpoint === undefined ? undefined : 'us-east-1'),
    endpoint,
    pathStyle: pathStyle ?? endpoint !== undefined,
  };
}
