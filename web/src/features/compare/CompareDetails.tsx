import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import { runName } from '../../lib/format.ts';
import { useRunDetails } from '../trace/details/use-run-details.ts';
import type { RunDetailsRecord } from '../trace/details/use-run-details.ts';
import type { ComparedRow } from './model/align.ts';
import { PayloadDiff } from './PayloadDiff.tsx';

/** What went in and came out of a run and of its counterpart, and how they differ. */
export function CompareDetails({ row }: { row: ComparedRow }) {
  const a = useRunDetails(idOf(row.a), '');
  const b = useRunDetails(idOf(row.b), '');
  const name = runName((row.a ?? row.b)?.run?.name);
  if (a.error !== undefined) return <ErrorState error={a.error} onRetry={a.retry} />;
  if (b.error !== undefined) return <ErrorState error={b.error} onRetry={b.retry} />;
  if (a.isLoading || b.isLoading) return <Skeleton lines={[28, 92, 84, 60, 0, 28, 88, 95]} />;
  return (
    <section className="cmp-details" aria-label={name}>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      {isLarge(a.value) || isLarge(b.value) ? (
        <CalmState title={t('compare.tooLarge')}>
          <p>{t('compare.tooLargeText')}</p>
        </CalmState>
      ) : (
        <Payloads a={a.value} b={b.value} />
      )}
    </section>
  );
}

function Payloads({
  a,
  b,
}: {
  a: RunDetailsRecord | undefined;
  b: RunDetailsRecord | undefined;
}): ReactNode {
  const errors = [a?.errorFull ?? undefined, b?.errorFull ?? undefined];
  return (
    <>
      {errors.some((text) => text !== undefined) ? (
        <PayloadDiff
          title={t('compare.errorText')}
          side="outputs"
          before={errors[0]}
          after={errors[1]}
        />
      ) : null}
      <PayloadDiff
        title={t('compare.inputs')}
        side="inputs"
        before={a?.inputs?.json}
        after={b?.inputs?.json}
      />
      <PayloadDiff
        title={t('compare.outputs')}
        side="outputs"
        before={a?.outputs?.json}
        after={b?.outputs?.json}
      />
    </>
  );
}

function idOf(node: ComparedRow['a']): string | undefined {
  const run = node?.run;
  return run ? run.id || run.uuid : undefined;
}

function isLarge(details: RunDetailsRecord | undefined): boolean {
  return (details?.inputs?.isTruncated ?? false) || (details?.outputs?.isTruncated ?? false);
}
