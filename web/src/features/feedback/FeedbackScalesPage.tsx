import { useMutation, useQuery } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { oneLine } from '../../lib/format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Page } from '../../ui/Page.tsx';
import { CalmState, ErrorState, Skeleton } from '../../ui/States.tsx';
import { deleteScaleMutation, feedbackScalesQuery } from './scale-documents.ts';
import type { Scale } from './scale-draft.ts';
import { ScaleDialog } from './ScaleDialog.tsx';
import './feedback.css';

/** How feedback is given, by key; who may not change that sees no buttons. */
export function FeedbackScalesPage({ canChange }: { canChange: boolean }) {
  const [isAdding, setIsAdding] = useState(false);
  const { data, error, refetch } = useQuery(feedbackScalesQuery, { fetchPolicy: 'no-cache' });
  const scales = data?.feedbackConfigs;
  const reload = () => void refetch();
  return (
    <Page
      title={t('feedback.scales.title')}
      tabTitle={t('feedback.scales.title')}
      actions={
        canChange ? (
          <button type="button" className="button button-strong" onClick={() => setIsAdding(true)}>
            <Plus size={14} aria-hidden />
            {t('feedback.scales.add')}
          </button>
        ) : null
      }
    >
      <p className="page-lead">{t('feedback.scales.lead')}</p>
      {error && !scales ? (
        <ErrorState error={error} onRetry={reload} />
      ) : !scales ? (
        <Skeleton lines={[60, 54, 58]} />
      ) : scales.length === 0 ? (
        <CalmState title={t('feedback.scales.none')}>
          <p>{t('feedback.scales.noneText')}</p>
        </CalmState>
      ) : (
        <ScaleTable scales={scales} canChange={canChange} onChanged={reload} />
      )}
      {isAdding ? <ScaleDialog onClose={() => setIsAdding(false)} onSaved={reload} /> : null}
    </Page>
  );
}

interface ScaleTableProps {
  scales: readonly Scale[];
  canChange: boolean;
  onChanged: () => void;
}

function ScaleTable({ scales, ...rest }: ScaleTableProps) {
  return (
    <div className="table-scroll">
      <table className="plain-table" aria-label={t('feedback.scales.title')}>
        <thead>
          <tr>
            <th scope="col">{t('feedback.scales.columns.key')}</th>
            <th scope="col">{t('feedback.scales.columns.type')}</th>
            <th scope="col">{t('feedback.scales.columns.values')}</th>
            <th scope="col">{t('feedback.scales.columns.direction')}</th>
            <th scope="col">{t('feedback.scales.columns.enforced')}</th>
            <th scope="col">
              <span className="sr-only">{t('feedback.scales.columns.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scales.map((scale) => (
            <ScaleRow key={scale.key} scale={scale} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ScaleRowProps = Omit<ScaleTableProps, 'scales'> & { scale: Scale };

function ScaleRow({ scale, canChange, onChanged }: ScaleRowProps) {
  const [open, setOpen] = useState<'edit' | 'delete'>();
  const key = oneLine(scale.key, 128);
  const direction =
    scale.isLowerScoreBetter === null ? 'unsaid' : scale.isLowerScoreBetter ? 'lower' : 'higher';
  const close = () => setOpen(undefined);
  return (
    <tr>
      <th scope="row">
        <bdi className="cut scale-key" title={key}>
          {key}
        </bdi>
      </th>
      <td>{t(`feedback.scales.type.${scale.type}`)}</td>
      <td>
        <bdi className="cut scale-values">{valuesText(scale)}</bdi>
      </td>
      <td className={direction === 'unsaid' ? 'quiet' : undefined}>
        {t(`feedback.scales.${direction}`)}
      </td>
      <td>{t(scale.isEnforced ? 'feedback.scales.yes' : 'feedback.scales.no')}</td>
      <td className="row-actions">
        {canChange ? (
          <>
            <button
              type="button"
              className="button button-quiet"
              aria-label={t('feedback.scales.editOf', { key })}
              onClick={() => setOpen('edit')}
            >
              {t('feedback.scales.edit')}
            </button>
            <button
              type="button"
              className="button button-quiet button-danger"
              aria-label={t('feedback.scales.deleteOf', { key })}
              onClick={() => setOpen('delete')}
            >
              {t('feedback.scales.delete')}
            </button>
          </>
        ) : null}
        {open === 'edit' ? <ScaleDialog scale={scale} onClose={close} onSaved={onChanged} /> : null}
        {open === 'delete' ? (
          <DeleteScale scaleKey={scale.key} onClose={close} onDeleted={onChanged} />
        ) : null}
      </td>
    </tr>
  );
}

function valuesText({ type, min, max, categories }: Scale): string {
  if (type === 'FREEFORM') return '';
  if (type === 'CONTINUOUS') return `${min ?? '−∞'} … ${max ?? '∞'}`;
  return categories
    .map(({ value, label }) =>
      label === null ? String(value) : `${oneLine(label, 40)} (${value})`,
    )
    .join(', ');
}

interface DeleteScaleProps {
  scaleKey: string;
  onClose: () => void;
  onDeleted: () => void;
}

function DeleteScale({ scaleKey, onClose, onDeleted }: DeleteScaleProps) {
  const [remove] = useMutation(deleteScaleMutation);
  return (
    <ConfirmDialog
      title={t('feedback.scales.deleteTitle')}
      name={oneLine(scaleKey, 128)}
      cancel={t('feedback.scales.keep')}
      confirm={t('feedback.scales.deleteConfirm')}
      run={async () => {
        await remove({ variables: { key: scaleKey } });
        return undefined;
      }}
      onClose={onClose}
      onDone={onDeleted}
    >
      {t('feedback.scales.deleteText')}
    </ConfirmDialog>
  );
}
