import { useQuery } from '@apollo/client/react';
import type { RunCostQuery } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { costText, countText, dayText } from '../../lib/format.ts';
import { parseTimeUs } from '../../lib/time.ts';
import { ErrorState, Skeleton } from '../../ui/States.tsx';
import { runCostQuery } from './cost-documents.ts';
import { sourceLine } from './source-line.ts';
import './cost.css';

type RunCost = NonNullable<NonNullable<RunCostQuery['run']>['cost']>;

/**
 * What a run itself cost: its lines, where the prices come from, since when they hold, and what is in
 * doubt. Reads by itself, so that a page pays for it only where it is opened. Nothing for a run without
 * tokens and costs.
 */
export function RunCostDetails({ runId }: { runId: string }) {
  const { data, error, refetch } = useQuery(runCostQuery, { variables: { id: runId } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={[50, 64, 58]} />;
  const cost = data.run?.cost;
  return cost ? <Cost cost={cost} /> : null;
}

function Cost({ cost }: { cost: RunCost }) {
  return (
    <section className="run-cost" aria-label={t('cost.title')}>
      <Head cost={cost} />
      {cost.parts.length === 0 ? null : <Parts cost={cost} />}
      <Notes cost={cost} />
    </section>
  );
}

function Head({ cost }: { cost: RunCost }) {
  const { totalUsd, source, unpricedReason } = cost;
  return (
    <p className="run-cost-head">
      <span className="strong number">
        {totalUsd === null ? t('cost.none') : costText(Number(totalUsd))}
      </span>
      {totalUsd === null || source === null ? null : (
        <span className="quiet">{t(`cost.sources.${source}`)}</span>
      )}
      {totalUsd === null && unpricedReason !== null ? (
        <span className="quiet">{t(`cost.reasons.${unpricedReason}`)}</span>
      ) : null}
    </p>
  );
}

function Parts({ cost: { parts, unpricedParts } }: { cost: RunCost }) {
  return (
    <div className="table-scroll">
      <table className="plain-table run-cost-parts" aria-label={t('cost.title')}>
        <thead>
          <tr>
            <th scope="col">{t('cost.part')}</th>
            <th scope="col">{t('cost.tokens')}</th>
            <th scope="col">{t('cost.rate')}</th>
            <th scope="col">{t('cost.usd')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ part, model, tokens, rateUsdPerMillion, usd, note }) => (
            <tr key={`${model} ${part}`}>
              <PartName part={part} model={model} />
              <td className="number">{countText(Number(tokens))}</td>
              <td className="number" title={note ?? undefined}>
                {rateUsdPerMillion}
                {note === null ? null : '*'}
              </td>
              <td className="number">${usd}</td>
            </tr>
          ))}
          {unpricedParts.map(({ part, model, tokens }) => (
            <tr key={`unpriced ${model} ${part}`}>
              <PartName part={part} model={model} />
              <td className="number">{countText(Number(tokens))}</td>
              <td className="quiet" colSpan={2}>
                {t('cost.noRate')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PartName({ part, model }: { part: string; model: string | null }) {
  return (
    <th scope="row">
      <span className="mono">{part}</span>
      {model === null ? null : <bdi className="quiet"> {model}</bdi>}
    </th>
  );
}

function Notes({ cost }: { cost: RunCost }) {
  const { source, estimatedUsd, mode, tierOverInputTokens, marks, parts } = cost;
  const day = (at: string | null) => (at === null ? undefined : dayText(parseTimeUs(at) ?? 0));
  const line = sourceLine(cost.priceEntry, {
    from: day(cost.priceFrom),
    asOf: day(cost.tableAsOf),
  });
  const replaced = parts.flatMap(({ note }) => (note === null ? [] : [note]));
  return (
    <ul className="run-cost-notes quiet">
      {source === 'CALLER' && estimatedUsd !== null ? (
        <li>{t('cost.estimate', { cost: costText(Number(estimatedUsd)) })}</li>
      ) : null}
      {line === undefined ? null : <li>{line}</li>}
      {mode === null ? null : <li>{t('cost.mode', { mode })}</li>}
      {tierOverInputTokens === null ? null : (
        <li>{t('cost.tier', { tokens: countText(tierOverInputTokens) })}</li>
      )}
      {[...new Set(replaced)].map((note) => (
        <li key={note}>* {note}</li>
      ))}
      {marks.map((mark) => (
        <li key={mark}>{t(`cost.marks.${mark as 'total_differs'}`, { defaultValue: mark })}</li>
      ))}
    </ul>
  );
}
