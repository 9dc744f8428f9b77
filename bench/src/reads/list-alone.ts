import type { ClickHouse } from '@runlight/clickhouse';
import { createListStore } from '../../../subgraphs/traces/src/modules/runs/list-store.ts';
import { createTenant } from '../../../subgraphs/traces/src/modules/runs/tenant.ts';
import type { Sample } from './sample.ts';

const dayUs = 86_400_000_000;

/** Milliseconds of the list's statement without the graph around it. */
export async function listAlone(
  clickhouse: ClickHouse,
  { workspaceUuid, projectUuid }: Sample,
  times: number,
): Promise<number[]> {
  const { signal } = new AbortController();
  const store = createListStore(createTenant({ clickhouse, workspaceId: workspaceUuid, signal }));
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now();
    await store.runs(
      {
        scope: { kind: 'projects', projectIds: [projectUuid] },
        filter: { kind: 'isRoot', value: true },
        direction: 'DESC',
        span: { fromUs: Date.now() * 1000 - dayUs },
      },
      51,
    );
    took.push(performance.now() - startedAt);
  }
  return took;
}
