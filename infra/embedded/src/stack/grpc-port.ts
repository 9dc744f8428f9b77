import { enginePort, isFree } from '../ports.ts';

/** Where OTLP over gRPC listens, and what to tell about it. */
export interface GrpcPort {
  port: number | 'off';
  notices: string[];
}

/** Somebody else's collector on the usual port must not keep the stack from starting. */
export async function chooseGrpcPort(wanted: number | 'off'): Promise<GrpcPort> {
  if (wanted === 'off') return { port: 'off', notices: [] };
  // Fixed here, so that it stays the same when ingest is started again.
  if (wanted === 0) return { port: await enginePort(), notices: [] };
  if (await isFree(wanted, '127.0.0.1')) return { port: wanted, notices: [] };
  const notice =
    `port ${wanted} is in use, so OTLP over gRPC is off; over HTTP it works. ` +
    'INGEST_OTLP_GRPC_PORT chooses another port';
  return { port: 'off', notices: [notice] };
}
