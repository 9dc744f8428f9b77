import { t } from '../../../i18n/index.ts';
import { countText } from '../../../lib/format.ts';
import type { JobKind, JobState } from '../../../gql/graphql.ts';

type JsonObject = Record<string, unknown>;

export const hasEnded = (state: JobState): boolean => state !== 'QUEUED' && state !== 'RUNNING';

const objectOf = (json: unknown): JsonObject =>
  typeof json === 'object' && json !== null ? (json as JsonObject) : {};

/** What kind of job it is, and what is special about it. */
export function jobName({ kind, input }: { kind: JobKind; input: unknown }): string {
  const { scope, dryRun } = objectOf(input);
  const notes: string[] = [];
  if (kind === 'DELETION' && scope === 'project') notes.push(t('jobs.ofProject'));
  if (kind === 'DELETION' && scope === 'expired') notes.push(t('jobs.expired'));
  if (dryRun === true) notes.push(t('jobs.dryRun'));
  return notes.length === 0
    ? t(`jobs.kind.${kind}`)
    : `${t(`jobs.kind.${kind}`)}, ${notes.join(', ')}`;
}

const phases = [
  'choosing',
  'settling',
  'counting',
  'deleting',
  'objects',
  'writing',
  'rewriting',
] as const;

/** How far a running job is, in words; undefined when it does not say. */
export function progressText(progress: unknown): string | undefined {
  const { phase, runs, total } = objectOf(progress);
  const known = phases.find((name) => name === phase);
  if (!known) return undefined;
  const words = t(`jobs.phase.${known}`);
  if (known !== 'writing' || typeof runs !== 'number' || typeof total !== 'number') return words;
  return `${words}: ${t('jobs.ofTotal', { done: countText(runs), total: countText(total) })}`;
}

/** 0 to 1 for what can be measured; undefined otherwise. */
export function progressRatio(progress: unknown): number | undefined {
  const { runs, total } = objectOf(progress);
  if (typeof runs !== 'number' || typeof total !== 'number' || total === 0) return undefined;
  return Math.min(1, runs / total);
}

export interface ShownReceipt {
  store: string;
  found: number;
  remaining: number;
  verifyQuery: string;
}

export function receiptsOf(result: unknown): ShownReceipt[] {
  const { receipts } = objectOf(result);
  return Array.isArray(receipts) ? (receipts as ShownReceipt[]) : [];
}

export const isUnsettled = (result: unknown): boolean =>
  objectOf(result)['isQueueSettled'] === false;

const tables = [
  'runs',
  'run_payloads',
  'run_events',
  'feedback',
  'feedback_events',
  'objects',
] as const;

/** What a dry run counted, in the order in which people care. */
export function countsOf(result: unknown): { name: string; count: number }[] {
  const counts = objectOf(objectOf(result)['counts']);
  return tables.flatMap((table) => {
    const count = counts[table];
    return typeof count === 'number' ? [{ name: t(`jobs.tables.${table}`), count }] : [];
  });
}
