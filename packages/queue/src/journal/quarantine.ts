import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from './directory.ts';
import type { DamagedRange } from './record.ts';
import { segmentFile } from './segment-name.ts';
import type { Segment } from './segment.ts';

const folder = 'quarantine';

/**
 * Keeps the damaged bytes of a segment as files of their own, named by where they stood, so that the
 * segment may go. What is there already is left alone. Throws what the file system says.
 */
export async function quarantine(dir: string, segment: Segment): Promise<void> {
  if (segment.damaged.length === 0) return;
  const target = join(dir, folder);
  await mkdir(target, { recursive: true, mode: 0o700 });
  const kept = new Set(await readdir(target));
  for (const range of segment.damaged) {
    const file = fileOf(segment, range);
    if (!kept.has(file)) await writeFileDurably(target, file, await bytesOf(segment, range));
  }
}

const fileOf = ({ name }: Segment, { start, end }: DamagedRange) =>
  `${segmentFile(name, 'sealed')}.${start}-${end}`;

async function bytesOf(segment: Segment, { start, end }: DamagedRange): Promise<Buffer> {
  const bytes = await segment.read(start);
  return bytes.subarray(0, end - start);
}
