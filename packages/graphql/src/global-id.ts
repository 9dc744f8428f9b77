import { formatUuid, parseUuid, uuidBytes } from '@runlight/run-model';
import type { RunKey } from '@runlight/run-model';

// A global id is base64url of `Type:key`. The key is binary and holds what the store needs to find
// the row by its primary key, and the tenant, so that permission is checked before any read.

/** Types whose key is the workspace and one UUID. */
export const workspaceScopedTypes = [
  'Project',
  'ApiKey',
  'ModelPrice',
  'IngestProblem',
  'Job',
  'SavedView',
  'Dashboard',
  'Feedback',
  'ShareLink',
] as const;
/** Types whose key is one UUID. */
export const plainTypes = ['Workspace', 'Organization', 'User'] as const;

export type WorkspaceScopedType = (typeof workspaceScopedTypes)[number];
export type PlainType = (typeof plainTypes)[number];

export type GlobalId =
  | { type: 'Run'; key: RunKey }
  | { type: WorkspaceScopedType; workspaceId: string; uuid: string }
  | { type: PlainType; uuid: string };

const encode = (type: string, ...parts: Buffer[]): string =>
  Buffer.concat([Buffer.from(`${type}:`), ...parts]).toString('base64url');

/** Id of a project or key; `uuid` is the row's id. */
export function scopedGlobalId(
  type: WorkspaceScopedType,
  workspaceId: string,
  uuid: string,
): string {
  return encode(type, uuidBytes(workspaceId), uuidBytes(uuid));
}

export function plainGlobalId(type: PlainType, uuid: string): string {
  return encode(type, uuidBytes(uuid));
}

export function runGlobalId(key: RunKey): string {
  const start = Buffer.alloc(8);
  start.writeBigInt64BE(BigInt(key.traceStartUs));
  const parts = [
    uuidBytes(key.workspaceId),
    uuidBytes(key.projectId),
    start,
    uuidBytes(key.traceId),
  ];
  // A root's id is its trace's id: leave it out, it is the most frequent case.
  if (key.runId !== key.traceId) parts.push(uuidBytes(key.runId));
  return encode('Run', ...parts);
}

/** What an id says, or undefined when it is none of ours. Says nothing about existence or rights. */
export function decodeGlobalId(id: string): GlobalId | undefined {
  if (id.length > 200 || !/^[\w-]+$/.test(id)) return undefined;
  const bytes = Buffer.from(id, 'base64url');
  const colon = bytes.indexOf(':');
  if (colon < 1) return undefined;
  const type = bytes.toString('latin1', 0, colon);
  const key = bytes.subarray(colon + 1);
  if (type === 'Run') return decodeRun(key);
  if (isOneOf(workspaceScopedTypes, type) && key.length === 32) {
    return { type, workspaceId: formatUuid(key), uuid: formatUuid(key.subarray(16)) };
  }
  if (isOneOf(plainTypes, type) && key.length === 16) return { type, uuid: formatUuid(key) };
  return undefined;
}

function decodeRun(key: Buffer): GlobalId | undefined {
  if (key.length !== 56 && key.length !== 72) return undefined;
  const traceStart = key.readBigInt64BE(32);
  if (traceStart < 0n || traceStart > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const traceId = formatUuid(key.subarray(40));
  return {
    type: 'Run',
    key: {
      workspaceId: formatUuid(key),
      projectId: formatUuid(key.subarray(16)),
      traceStartUs: Number(traceStart),
      traceId,
      runId: key.length === 72 ? formatUuid(key.subarray(56)) : traceId,
    },
  };
}

/**
 * The UUID that an argument means which takes a global id of `type` or the bare UUID; undefined for
 * anything else, ids of another workspace included.
 */
export function scopedUuid(
  type: WorkspaceScopedType,
  workspaceId: string,
  idOrUuid: string,
): string | undefined {
  const uuid = parseUuid(idOrUuid);
  if (uuid) return uuid;
  const id = decodeGlobalId(idOrUuid);
  return id?.type === type && id.workspaceId === workspaceId ? id.uuid : undefined;
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}
