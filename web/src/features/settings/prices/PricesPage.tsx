import { useQuery } from '@apollo/client/react';
import { Plus, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { dayText } from '../../../lib/format.ts';
import { parseTimeUs } from '../../../lib/time.ts';
import { Page } from '../../../ui/Page.tsx';
import { ErrorState, Skeleton } from '../../../ui/States.tsx';
import { OwnPrices } from './OwnPrices.tsx';
import { ownPricesQuery } from './price-documents.ts';
import type { PriceSearch } from './price-search.ts';
import { PriceForm } from './PriceForm.tsx';
import { PriceTable } from './PriceTable.tsx';
import { RepriceDialog } from './RepriceDialog.tsx';
import './prices.css';

interface PricesPageProps {
  search: PriceSearch;
  onSearch: (search: PriceSearch) => void;
  canManage: boolean;
  /** Projects that a repricing may be narrowed to. */
  projects: readonly { id: string; name: string }[];
}

/** What runs are priced by: the workspace's own prices, then the table. */
export function PricesPage({ search, onSearch, canManage, projects }: PricesPageProps) {
  const [open, setOpen] = useState<'new' | 'reprice'>();
  const { data, error, refetch } = useQuery(ownPricesQuery, { fetchPolicy: 'cache-and-network' });
  const prices = data?.modelPrices;
  return (
    <Page
      title={t('prices.title')}
      tabTitle={t('prices.title')}
      actions={canManage ? <Actions onOpen={setOpen} /> : null}
    >
      <p className="page-lead">{t('prices.lead')}</p>
      {error && !prices ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !prices ? (
        <Skeleton lines={[60, 54, 58]} />
      ) : (
        <>
          <OwnPrices prices={prices.own} canManage={canManage} onChanged={() => void refetch()} />
          <PriceTable
            asOf={dayText(parseTimeUs(prices.tableAsOf) ?? 0)}
            providers={prices.providers}
            search={search}
            onSearch={onSearch}
          />
        </>
      )}
      {open === 'new' ? (
        <PriceForm onClose={() => setOpen(undefined)} onSaved={() => void refetch()} />
      ) : null}
      {open === 'reprice' ? (
        <RepriceDialog projects={projects} onClose={() => setOpen(undefined)} />
      ) : null}
    </Page>
  );
}

function Actions({ onOpen }: { onOpen: (what: 'new' | 'reprice') => void }) {
  return (
    <>
      <button type="button" className="button" onClick={() => onOpen('reprice')}>
        <RefreshCw size={14} aria-hidden />
        {t('prices.reprice')}
      </button>
      <button type="button" className="button button-strong" onClick={() => onOpen('new')}>
        <Plus size={14} aria-hidden />
        {t('prices.add')}
      </button>
    </>
  );
}
