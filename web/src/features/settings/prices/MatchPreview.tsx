import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import { t } from '../../../i18n/index.ts';
import { countText, oneLine } from '../../../lib/format.ts';
import { recentModelsQuery } from './price-documents.ts';

const restMs = 400;
const maxShown = 5;

/** Which models of the last 30 days a pattern would be for. */
export function MatchPreview({ pattern, provider }: { pattern: string; provider: string }) {
  const sought = useResting(pattern.trim());
  const of = useResting(provider.trim());
  const { data, error, loading } = useQuery(recentModelsQuery, {
    variables: { pattern: sought, provider: of || null },
    skip: sought === '',
    fetchPolicy: 'network-only',
  });
  return (
    <div className="price-matches" aria-live="polite">
      {sought === '' ? (
        <p className="quiet">{t('prices.matches.empty')}</p>
      ) : error ? (
        <p className="field-error">{errorWords(error).text}</p>
      ) : loading || !data ? (
        <p className="quiet">{t('common.loading')}…</p>
      ) : (
        <Matches models={data.recentModels} />
      )}
    </div>
  );
}

interface Model {
  model: string;
  provider: string | null;
  runCount: number;
  unpricedCount: number;
}

function Matches({ models }: { models: readonly Model[] }) {
  if (models.length === 0) return <p className="quiet">{t('prices.matches.none')}</p>;
  return (
    <>
      <p>{t('prices.matches.some', { count: models.length })}</p>
      <ul>
        {models.slice(0, maxShown).map(({ model, provider, runCount, unpricedCount }) => (
          <li key={`${provider} ${model}`}>
            <bdi className="mono cut">{oneLine(model, 120)}</bdi>
            <span className="quiet">
              {t('prices.matches.runs', { count: runCount, runs: countText(runCount) })}
              {unpricedCount === 0
                ? ''
                : `, ${t('prices.matches.unpriced', { runs: countText(unpricedCount) })}`}
            </span>
          </li>
        ))}
      </ul>
      {models.length > maxShown ? (
        <p className="quiet">{t('prices.matches.more', { count: models.length - maxShown })}</p>
      ) : null}
    </>
  );
}

/** The value once it rests. */
function useResting(value: string): string {
  const [resting, setResting] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setResting(value), restMs);
    return () => window.clearTimeout(timer);
  }, [value]);
  return resting;
}
