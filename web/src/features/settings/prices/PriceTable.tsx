import { useQuery } from '@apollo/client/react';
import { CircleHelp } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { TablePricesQuery } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { countText, dayText } from '../../../lib/format.ts';
import { parseTimeUs } from '../../../lib/time.ts';
import { SearchField } from '../../../ui/SearchField.tsx';
import { CalmState, ErrorState, Skeleton } from '../../../ui/States.tsx';
import { Rates } from './OwnPrices.tsx';
import { tablePricesQuery } from './price-documents.ts';
import { currentRow, rateOf, rateText } from './price-text.ts';
import type { PriceSearch } from './price-search.ts';

interface PriceTableProps {
  asOf: string;
  providers: readonly string[];
  search: PriceSearch;
  onSearch: (search: PriceSearch) => void;
}

/** The table of this release, searched by words or by the name of a model. */
export function PriceTable({ asOf, providers, search, onSearch }: PriceTableProps) {
  return (
    <section className="prices-section">
      <h2>{t('prices.table')}</h2>
      <p className="quiet">{t('prices.tableText', { day: asOf })}</p>
      <div className="prices-bar">
        <SearchField
          label={t('prices.search')}
          placeholder={t('prices.searchPlaceholder')}
          value={search.q ?? ''}
          onChange={(q) => onSearch({ ...search, q: q || undefined })}
        />
        <select
          className="prices-provider"
          aria-label={t('prices.provider')}
          value={search.provider ?? ''}
          onChange={(event) => onSearch({ ...search, provider: event.target.value || undefined })}
        >
          <option value="">{t('prices.allProviders')}</option>
          {providers.map((provider) => (
            <option key={provider}>{provider}</option>
          ))}
        </select>
      </div>
      <Entries key={`${search.q} ${search.provider}`} search={search} />
    </section>
  );
}

function Entries({ search: { q = '', provider } }: { search: PriceSearch }) {
  const { data, error, loading, refetch, fetchMore } = useQuery(tablePricesQuery, {
    variables: { search: q, provider: provider ?? null },
  });
  const page = data?.modelPrices.table;
  if (error && !page) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!page) return <Skeleton lines={[70, 64, 58, 66, 61]} />;
  if (page.nodes.length === 0) {
    return (
      <CalmState title={t('prices.noEntry')}>
        <p>{t('prices.noEntryText')}</p>
      </CalmState>
    );
  }
  const more = () =>
    fetchMore({
      variables: { after: page.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { modelPrices: next } }) => ({
        ...before,
        modelPrices: {
          ...before.modelPrices,
          table: { ...next.table, nodes: [...before.modelPrices.table.nodes, ...next.table.nodes] },
        },
      }),
    });
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table prices-table" aria-label={t('prices.table')}>
          <thead>
            <tr>
              <th scope="col">{t('prices.columns.entry')}</th>
              <th scope="col" className="amount">
                {t('prices.columns.input')}
              </th>
              <th scope="col" className="amount">
                {t('prices.columns.cacheRead')}
              </th>
              <th scope="col" className="amount">
                {t('prices.columns.output')}
              </th>
              <th scope="col">{t('prices.columns.from')}</th>
              <th scope="col">{t('prices.columns.sources')}</th>
            </tr>
          </thead>
          <tbody>
            {page.nodes.map((entry) => (
              <EntryRow key={entry.entry} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      <footer className="prices-foot quiet">
        {t('prices.shown', {
          shown: countText(page.nodes.length),
          all: countText(page.totalCount),
        })}
        {page.pageInfo.hasNextPage ? (
          <button type="button" className="button" disabled={loading} onClick={() => void more()}>
            {t('prices.more')}
          </button>
        ) : null}
      </footer>
    </>
  );
}

type TableEntry = TablePricesQuery['modelPrices']['table']['nodes'][number];

function EntryRow({ entry: data }: { entry: TableEntry }) {
  const [isOpen, setIsOpen] = useState(false);
  const row = currentRow(data.rows, Date.now());
  const amount = (subtype: 'input' | 'cache_read' | 'output') => {
    const rate = row && rateOf(row.rates, subtype);
    return <td className="amount number">{rate === undefined ? '–' : rateText(rate)}</td>;
  };
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="price-entry"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <span className="quiet">{data.provider}/</span>
            {data.model}
          </button>
        </th>
        {amount('input')}
        {amount('cache_read')}
        {amount('output')}
        <td>{row?.from == null ? t('prices.always') : dayText(parseTimeUs(row.from) ?? 0)}</td>
        <td>
          <Confidence entry={data} />
        </td>
      </tr>
      {isOpen ? (
        <tr className="price-more">
          <td colSpan={6}>
            <EntryDetails entry={data} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Confidence({ entry }: { entry: TableEntry }) {
  const word = entry.isDerived
    ? t('prices.derived')
    : entry.isSingleSource
      ? t('prices.singleSource')
      : t('prices.sourceCount', { count: entry.sources.length });
  return (
    <span className="price-confidence">
      {word}
      {entry.doubt === null ? null : (
        <span className="price-doubt" title={entry.doubt}>
          <CircleHelp size={14} aria-hidden />
          {t('prices.doubtful')}
        </span>
      )}
    </span>
  );
}

function EntryDetails({ entry }: { entry: TableEntry }) {
  return (
    <dl className="price-details">
      {entry.rows.map((row, index) => (
        <Fragment key={index}>
          <dt>
            {row.from === null ? t('prices.always') : dayText(parseTimeUs(row.from) ?? 0)}
            {row.hoursUtc.length === 0
              ? null
              : ` · ${t(row.isWeekdaysOnly ? 'prices.weekdayHours' : 'prices.hours', { hours: row.hoursUtc.join(', ') })}`}
          </dt>
          <dd>
            <Rates rates={row.rates} />
            {row.tiers.map(({ overInputTokens, rates }) => (
              <p key={overInputTokens}>
                {t('prices.tier', { tokens: countText(overInputTokens) })} <Rates rates={rates} />
              </p>
            ))}
          </dd>
        </Fragment>
      ))}
      {entry.modes.length === 0 ? null : (
        <>
          <dt>{t('prices.modes')}</dt>
          <dd>{entry.modes.map(({ mode, factor }) => `${mode} × ${factor}`).join(', ')}</dd>
        </>
      )}
      <Said label={t('prices.notes')} text={entry.notes} />
      <Said label={t('prices.doubt')} text={entry.doubt} />
      <dt>{t('prices.columns.sources')}</dt>
      <dd>
        {entry.sources.map(({ name, url, date }, index) => (
          <span key={index} className="price-source">
            {url === null ? (
              name
            ) : (
              <a href={url} rel="noreferrer noopener" target="_blank">
                {name}
              </a>
            )}
            {date === null ? null : <span className="quiet"> {date}</span>}
          </span>
        ))}
      </dd>
    </dl>
  );
}

function Said({ label, text }: { label: string; text: string | null }) {
  return text === null ? null : (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}
