import type { Lab } from '../lab/lab.ts';
import type { LabTenant } from '../lab/tenants.ts';
import { graph } from '@runlight/testkit/graph-request';
import { acceptedStep, lastStep } from '../load/book.ts';
import type { Book, RunRecord } from '../load/book.ts';

/** Runs out of a sample of accepted ones that the public graph does not show, or not as they are. */
export async function missingInGraph(
  { platform }: Pick<Lab, 'platform'>,
  { book, tenants, sample }: { book: Book; tenants: LabTenant[]; sample: number },
): Promise<string[]> {
  const missing: string[] = [];
  for (const { workspaceId, key } of tenants) {
    const records = [...book.runs.values()]
      .filter((record) => record.workspaceId === workspaceId && !record.isPoison)
      .filter((record) => acceptedStep(record) === lastStep)
      .slice(-Math.ceil(sample / tenants.length));
    for (let start = 0; start < records.length; start += 25) {
      const part = records.slice(start, start + 25);
      missing.push(...(await missingOf({ url: platform!.url, apiKey: key }, part)));
    }
  }
  return missing;
}

async function missingOf(
  door: { url: string; apiKey: string },
  records: RunRecord[],
): Promise<string[]> {
  const fields = records.map(({ id }, index) => `r${index}: run(id: "${id}") { status }`);
  const { data } = await graph<Record<string, { status: string } | null> | null>(
    door,
    `query { ${fields.join(' ')} }`,
  );
  return records
    .filter((_, index) => data?.[`r${index}`]?.status !== 'SUCCESS')
    .map(({ id }) => id);
}
