import type { IngestContext } from '../../context.ts';
import type { SdkRequest } from '../sdk-route.ts';
import type { GraphRun } from './graph-run.ts';
import { readPayloadTexts } from './payload-texts.ts';
import { describeRun } from './run-fields.ts';
import type { RunFields } from './run-fields.ts';

/** The runs as objects of the protocol, payloads and media included as far as they were selected. */
export async function describeRuns(
  fields: Readonly<RunFields>,
  runs: readonly GraphRun[],
  { graph, identity }: Pick<SdkRequest, 'graph' | 'identity'>,
  { objects }: Pick<IngestContext, 'objects'>,
): Promise<Record<string, unknown>[]> {
  const tenantId = identity?.workspaceId;
  const payload = await readPayloadTexts(runs, { graph, objects, workspaceId: tenantId });
  return runs.map((run) => describeRun(fields, run, { tenantId, payload }));
}

/** The fields of these names; unknown names are left out. */
export function fieldsNamed(
  all: Readonly<RunFields>,
  names: readonly string[],
  required: readonly string[] = [],
): RunFields {
  return Object.fromEntries(
    [...new Set([...required, ...names])].flatMap((name) => {
      const field = Object.hasOwn(all, name) ? all[name] : undefined;
      return field ? [[name, field]] : [];
    }),
  );
}
