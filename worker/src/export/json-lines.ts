import { restoreMedia } from '@runlight/objects';
import type { ObjectStore } from '@runlight/objects';
import { exportPayloads } from '@runlight/run-model';
import type { ExportColumn } from '@runlight/run-model';
import type { ExportRow } from './export-store.ts';

/** Media of one payload that is put back into it; beyond that, references stay. */
const maxMediaBytes = 16 << 20;

/**
 * A run as one line of JSON. Payloads are what was sent, byte for byte but for line breaks between values;
 * those that lie in the object store are read from there.
 */
export async function jsonLine(
  row: ExportRow,
  fields: readonly ExportColumn[],
  { objects, workspaceId }: { objects: Pick<ObjectStore, 'get'>; workspaceId: string },
): Promise<string> {
  const parts: string[] = [];
  for (const field of fields) {
    const value = payloads.has(field)
      ? await payloadOf(row, field, { objects, workspaceId })
      : JSON.stringify(row[field] ?? null);
    parts.push(`${JSON.stringify(field)}:${value}`);
  }
  return `{${parts.join(',')}}\n`;
}

const payloads = new Set<string>(exportPayloads);

async function payloadOf(
  row: ExportRow,
  field: ExportColumn,
  { objects, workspaceId }: { objects: Pick<ObjectStore, 'get'>; workspaceId: string },
): Promise<string> {
  const key = (row.objects as Record<string, string> | undefined)?.[field];
  const stored =
    key === undefined ? (row[field] as string | undefined) : (await objects.get(key))?.toString();
  if (stored === undefined || stored === '') return 'null';
  const whole = stored.includes('runlight-blob:')
    ? await restoreMedia(stored, { objects, workspaceId, maxBytes: maxMediaBytes })
    : stored;
  // Within a text a line break is written as `\n`; what is left stands between values.
  return whole.replace(/[\r\n]+/g, ' ');
}
