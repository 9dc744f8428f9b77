import type { FragmentType } from '@apollo/client/masking';
import { useFragment, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { OwnPriceFragment, OwnPricesQuery } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { dayText, oneLine } from '../../../lib/format.ts';
import { parseTimeUs } from '../../../lib/time.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { deleteModelPriceMutation, ownPriceFragment } from './price-documents.ts';
import { rateText } from './price-text.ts';
import { PriceForm } from './PriceForm.tsx';

type ListedPrice = OwnPricesQuery['modelPrices']['own'][number];

interface OwnPricesProps {
  prices: readonly ListedPrice[];
  canManage: boolean;
  onChanged: () => void;
}

/** Prices of one's own: they count more than the table. */
export function OwnPrices({ prices, canManage, onChanged }: OwnPricesProps) {
  return (
    <section className="prices-section">
      <h2>{t('prices.own')}</h2>
      {prices.length === 0 ? (
        <p className="quiet">{t('prices.ownNone')}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table" aria-label={t('prices.own')}>
            <thead>
              <tr>
                <th scope="col">{t('prices.columns.name')}</th>
                <th scope="col">{t('prices.columns.pattern')}</th>
                <th scope="col">{t('prices.columns.rates')}</th>
                <th scope="col">{t('prices.columns.from')}</th>
                <th scope="col">
                  <span className="sr-only">{t('prices.columns.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {prices.map((price) => (
                <OwnRow key={price.id} price={price} canManage={canManage} onChanged={onChanged} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface OwnRowProps {
  price: FragmentType<OwnPriceFragment>;
  canManage: boolean;
  onChanged: () => void;
}

function OwnRow({ price, canManage, onChanged }: OwnRowProps) {
  const [open, setOpen] = useState<'edit' | 'delete'>();
  const { data, complete } = useFragment({ fragment: ownPriceFragment, from: price });
  if (!complete) return null;
  const name = oneLine(data.name, 200);
  return (
    <tr>
      <th scope="row">
        <bdi className="cut" title={name}>
          {name}
        </bdi>
      </th>
      <td>
        <code className="price-pattern">{data.pattern}</code>
        {data.provider === null ? null : (
          <bdi className="quiet"> {t('prices.ofProvider', { provider: data.provider })}</bdi>
        )}
      </td>
      <td>
        <Rates rates={data.rates} />
      </td>
      <td>{data.from === null ? t('prices.always') : dayText(parseTimeUs(data.from) ?? 0)}</td>
      <td className="row-actions">
        {canManage ? (
          <>
            <button
              type="button"
              className="button button-quiet"
              aria-label={t('prices.editOf', { name })}
              onClick={() => setOpen('edit')}
            >
              {t('prices.edit')}
            </button>
            <button
              type="button"
              className="button button-quiet button-danger"
              aria-label={t('prices.deleteOf', { name })}
              onClick={() => setOpen('delete')}
            >
              {t('prices.delete')}
            </button>
          </>
        ) : null}
        {open === 'edit' ? (
          <PriceForm price={data} onClose={() => setOpen(undefined)} onSaved={onChanged} />
        ) : null}
        {open === 'delete' ? (
          <DeletePrice
            id={data.id}
            name={name}
            onClose={() => setOpen(undefined)}
            onDone={onChanged}
          />
        ) : null}
      </td>
    </tr>
  );
}

/** Every rate as a small pair. */
export function Rates({ rates }: { rates: readonly { subtype: string; usdPerMillion: string }[] }) {
  return (
    <span className="price-rates">
      {rates.map(({ subtype, usdPerMillion }) => (
        <span key={subtype} className="chip number">
          <span className="quiet">{subtype}</span> {rateText(usdPerMillion)}
        </span>
      ))}
    </span>
  );
}

interface DeletePriceProps {
  id: string;
  name: string;
  onClose: () => void;
  onDone: () => void;
}

function DeletePrice({ id, name, onClose, onDone }: DeletePriceProps) {
  const [remove] = useMutation(deleteModelPriceMutation);
  return (
    <ConfirmDialog
      title={t('prices.deleteTitle')}
      name={name}
      confirm={t('prices.deleteConfirm')}
      run={async () => {
        const { data } = await remove({ variables: { input: { id } } });
        return data!.deleteModelPrice.userErrors[0]?.message;
      }}
      onClose={onClose}
      onDone={onDone}
    >
      {t('prices.deleteText')}
    </ConfirmDialog>
  );
}
