import type { IncomingHttpHeaders } from 'node:http';
import {
  Metadata,
  Server,
  ServerCredentials,
  ServerInterceptingCall,
  ServerListenerBuilder,
  status as grpcStatus,
} from '@grpc/grpc-js';
import type {
  ServerInterceptor,
  ServerUnaryCall,
  ServiceDefinition,
  sendUnaryData,
} from '@grpc/grpc-js';
import type { ApiKeyIdentity } from '@runlight/auth';
import { encodeResponse, encodeStatus } from '@runlight/otlp';
import type { PartialSuccess } from '@runlight/otlp';
import type { Logger } from '@runlight/service';
import { authenticate } from '../authenticate.ts';
import type { IngestContext } from '../context.ts';
import { recordRefusal } from '../routes/route.ts';
import { readSdk } from '../sdk.ts';
import { failureOf } from './answer.ts';
import { readProject } from './http.ts';
import { createMessageSlots } from './message-slots.ts';
import { receiveLogs, receiveTraces } from './receive.ts';
import type { Export } from './receive.ts';

const MiB = 1024 * 1024;

/** A message, compressed or not; the library holds all of it before we see it. */
export const maxMessageBytes = 16 * MiB;
/** What a call is counted with against the process's budget before its size is known. */
const expectedMessageBytes = 2 * MiB;
/** A message that is not there after this time is given up: others wait for its place in memory. */
const receiveTimeoutMs = 20_000;
/** Calls of one connection at a time; exporters make one or a few. */
const maxStreams = 32;

export interface OtlpGrpcServer {
  /** Starts to listen; the port. Throws when that is taken. */
  listen: (address: { host: string; port: number }) => Promise<number>;
  /** Takes no more calls and waits for those that are being answered. */
  close: () => Promise<void>;
}

type Receive = (context: IngestContext, request: Export) => Promise<PartialSuccess | undefined>;
type Call = ServerUnaryCall<Buffer, Buffer>;

/** OTLP over gRPC: the Export methods of the trace and of the log service. */
export function createOtlpGrpcServer(context: IngestContext): OtlpGrpcServer {
  const callers = new WeakMap<Metadata, ApiKeyIdentity>();
  const server = new Server({
    'grpc.max_receive_message_length': maxMessageBytes,
    'grpc.max_concurrent_streams': maxStreams,
    'grpc.max_connection_idle_ms': 600_000,
    interceptors: [gatekeeper(context, callers)],
  });
  server.addService(exportService('trace.v1.TraceService'), {
    Export: handler(context, callers, 'spans', receiveTraces),
  });
  server.addService(exportService('logs.v1.LogsService'), {
    Export: handler(context, callers, 'logs', receiveLogs),
  });
  return {
    listen: ({ host, port }) =>
      new Promise((resolve, reject) => {
        const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
        server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) =>
          error ? reject(error) : resolve(bound),
        );
      }),
    close: () => new Promise((resolve) => server.tryShutdown(() => resolve())),
  };
}

/**
 * OTLP over HTTP works without this port, so that one that is taken is only said. `port` is undefined
 * when gRPC is off.
 */
export async function listenIfFree(
  server: OtlpGrpcServer,
  { host, port, log }: { host: string; port: number | undefined; log: Logger },
): Promise<void> {
  if (port === undefined) return;
  try {
    const bound = await server.listen({ host, port });
    log.info({ port: bound }, 'OTLP over gRPC is open');
  } catch (error) {
    log.warn({ err: error, port }, 'OTLP over gRPC does not listen; over HTTP it works');
  }
}

/** Messages stay bytes: they are decoded span by span. */
function exportService(name: string): ServiceDefinition {
  const asIs = (bytes: Buffer) => bytes;
  return {
    Export: {
      path: `/opentelemetry.proto.collector.${name}/Export`,
      requestStream: false,
      responseStream: false,
      requestSerialize: asIs,
      requestDeserialize: asIs,
      responseSerialize: asIs,
      responseDeserialize: asIs,
    },
  };
}

/** Lets a call in by its metadata, before its message takes memory. */
function gatekeeper(
  { keys, quotas }: IngestContext,
  callers: WeakMap<Metadata, ApiKeyIdentity>,
): ServerInterceptor {
  const slots = createMessageSlots();
  return (_method, call) => {
    let isOver = false;
    let release: (() => void) | undefined;
    let timer: NodeJS.Timeout | undefined;
    const end = () => {
      clearTimeout(timer);
      release?.();
      isOver = true;
    };
    const refuse = (status: GrpcStatus) => {
      end();
      call.sendStatus(status);
    };

    async function admit(metadata: Metadata): Promise<void> {
      const identity = await authenticate(headersOf(metadata), keys);
      quotas.admit(identity);
      callers.set(metadata, identity);
      release = await slots.take(identity.workspaceId);
      // The sender may have gone while it waited.
      if (isOver) release();
      else timer = setTimeout(() => refuse(tooSlow), receiveTimeoutMs);
    }

    const listener = new ServerListenerBuilder()
      .withOnReceiveMetadata((metadata, pass) => {
        admit(metadata)
          .then(() => !isOver && pass(metadata))
          .catch((error: unknown) => refuse(statusOf(error) ?? internal));
      })
      .withOnReceiveMessage((message, pass) => {
        end();
        pass(message);
      })
      .withOnCancel(end)
      .build();
    return new ServerInterceptingCall(call, {
      start: (next) => next(listener),
      sendStatus: (status, next) => {
        end();
        next(status);
      },
    });
  };
}

/** Metadata in the form of HTTP headers; a key that is given twice stays seen as such. */
function headersOf(metadata: Metadata): { headers: IncomingHttpHeaders; rawHeaders: string[] } {
  const headers: IncomingHttpHeaders = {};
  const rawHeaders: string[] = [];
  for (const name of ['x-api-key', 'authorization', 'langsmith-project', 'user-agent']) {
    for (const value of metadata.get(name)) {
      if (typeof value !== 'string') continue;
      headers[name] ??= value;
      rawHeaders.push(name, value);
    }
  }
  return { headers, rawHeaders };
}

function handler(
  context: IngestContext,
  callers: WeakMap<Metadata, ApiKeyIdentity>,
  kind: 'spans' | 'logs',
  receive: Receive,
) {
  async function respond(call: Call): Promise<[GrpcStatus | null, Buffer?]> {
    try {
      const partial = await exportCall(context, callers, call, receive);
      return [null, encodeResponse('protobuf', kind, partial)];
    } catch (error) {
      const status = statusOf(error);
      if (!status) context.log.error({ err: error }, 'request failed');
      return [status ?? internal];
    }
  }

  async function answer(call: Call, callback: sendUnaryData<Buffer>): Promise<void> {
    const started = performance.now();
    const [error, response] = await respond(call);
    callback(error, response);
    const route = `grpc ${call.getPath()}`;
    context.metrics.requests.inc({ route, status: error?.code ?? grpcStatus.OK });
    context.metrics.seconds.observe({ route }, (performance.now() - started) / 1000);
  }

  return (call: Call, callback: sendUnaryData<Buffer>): void => void answer(call, callback);
}

async function exportCall(
  context: IngestContext,
  callers: WeakMap<Metadata, ApiKeyIdentity>,
  { metadata, request: body }: Call,
  receive: Receive,
): Promise<PartialSuccess | undefined> {
  const { headers, rawHeaders } = headersOf(metadata);
  // The library may hand on a copy of the metadata that the gatekeeper saw.
  const identity =
    callers.get(metadata) ?? (await authenticate({ headers, rawHeaders }, context.keys));
  const sdk = readSdk(headers);
  const share = context.budget.open();
  try {
    share.take(Math.max(body.length, expectedMessageBytes));
    context.metrics.bodyBytes.inc(body.length);
    const project = readProject(headers['langsmith-project']);
    return await receive(context, { identity, sdk, body, encoding: 'protobuf', project, share });
  } catch (error) {
    recordRefusal(context, identity, sdk, error);
    throw error;
  } finally {
    share.release();
  }
}

interface GrpcStatus {
  code: grpcStatus;
  details: string;
  metadata?: Metadata;
}

const tooSlow: GrpcStatus = {
  code: grpcStatus.CANCELLED,
  details: `The message did not arrive within ${receiveTimeoutMs} ms`,
};

const internal: GrpcStatus = { code: grpcStatus.INTERNAL, details: 'Internal server error' };

/** With RetryInfo where the call may be made again: exporters ask for it before they retry. */
function statusOf(error: unknown): GrpcStatus | undefined {
  const failure = failureOf(error);
  if (!failure) return undefined;
  const { rpcCode: code, message: details, retryAfterSeconds } = failure;
  if (retryAfterSeconds === undefined) return { code, details };
  const metadata = new Metadata();
  metadata.set(
    'grpc-status-details-bin',
    encodeStatus('protobuf', { code, message: details, retryAfterSeconds }),
  );
  return { code, details, metadata };
}
