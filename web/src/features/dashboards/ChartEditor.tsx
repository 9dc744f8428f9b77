import { useState } from 'react';
import { FilterSyntaxError, parseFilterText, toFilterInput } from '@runlight/run-model/filter';
import type { ChartMetric, MetricGroupField } from '../../gql/graphql.ts';
import { t } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { ChartCard } from './ChartCard.tsx';
import type { ChartPlace } from './ChartCard.tsx';
import type { DashboardChart } from './model/dashboard.ts';
import { filterTextOf } from './model/drill.ts';
import { chartMetrics } from './model/metric-values.ts';

const kinds = ['LINE', 'BAR', 'NUMBER', 'TABLE'] as const;
const groupFields = ['NAME', 'MODEL', 'RUN_TYPE', 'STATUS', 'TAG', 'USER', 'METADATA'] as const;
const mostMetrics = 6;

interface ChartEditorProps {
  chart: DashboardChart;
  place: ChartPlace;
  onSave: (chart: DashboardChart) => void;
  onClose: () => void;
}

/** What a chart shows, with the chart itself beside it. */
export function ChartEditor({ chart, place, onSave, onClose }: ChartEditorProps) {
  const [draft, setDraft] = useState(chart);
  const [filter, setFilter] = useState(() => filterTextOf(chart.filter));
  const problem = problemOf(filter);
  const set = (change: Partial<DashboardChart>) => setDraft((before) => ({ ...before, ...change }));
  const needsGroup = draft.kind === 'TABLE' && draft.groupBy.length === 0;
  const lacksKey = draft.groupBy.some(
    ({ field, metadataKey }) => field === 'METADATA' && !metadataKey,
  );
  const canSave =
    draft.title.trim() !== '' && draft.metrics.length > 0 && !problem && !needsGroup && !lacksKey;
  return (
    <Dialog
      title={t(chart.title === '' ? 'dashboards.addTitle' : 'dashboards.editTitle')}
      onClose={onClose}
      isSticky
      variant="plain"
    >
      <form
        className="form chart-editor"
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) onSave({ ...draft, title: draft.title.trim() });
        }}
      >
        <label className="field">
          <span>{t('dashboards.titleLabel')}</span>
          <input
            data-autofocus
            value={draft.title}
            maxLength={128}
            onChange={(event) => set({ title: event.target.value })}
          />
        </label>
        <div className="field">
          <span>{t('dashboards.kindLabel')}</span>
          <Segments
            label={t('dashboards.kindLabel')}
            value={draft.kind}
            options={kinds.map((value) => ({ value, text: t(`dashboards.kinds.${value}`) }))}
            onChange={(kind) => set({ kind })}
          />
        </div>
        <MetricsField draft={draft} set={set} />
        <GroupField draft={draft} set={set} />
        <label className="field">
          <span>{t('dashboards.filterLabel')}</span>
          <input
            value={filter}
            placeholder={t('filter.placeholder')}
            spellCheck={false}
            aria-invalid={problem !== undefined}
            onChange={(event) => {
              setFilter(event.target.value);
              if (problemOf(event.target.value) === undefined) {
                set({ filter: filterInputOf(event.target.value) });
              }
            }}
          />
          {problem === undefined ? null : <small className="field-error">{problem}</small>}
        </label>
        {needsGroup ? <p className="field-note">{t('dashboards.needsGroup')}</p> : null}
        {canSave ? <ChartCard {...place} chart={draft} /> : null}
        <footer className="form-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button button-strong" disabled={!canSave}>
            {t('dashboards.saveChart')}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function problemOf(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    parseFilterText(text);
    return undefined;
  } catch (error) {
    if (error instanceof FilterSyntaxError) return error.message;
    throw error;
  }
}

function filterInputOf(text: string): unknown {
  return text.trim() === '' ? null : toFilterInput(parseFilterText(text));
}

interface FieldProps {
  draft: DashboardChart;
  set: (change: Partial<DashboardChart>) => void;
}

/** Several figures only where they can be told apart: without groups, or as columns. */
function MetricsField({ draft, set }: FieldProps) {
  const canHaveSeveral = draft.groupBy.length === 0 || draft.kind === 'TABLE';
  const shown = canHaveSeveral ? draft.metrics : draft.metrics.slice(0, 1);
  const replace = (index: number, metric: ChartMetric | null) =>
    set({
      metrics: shown.flatMap((other, at) =>
        at !== index ? [other] : metric === null ? [] : [metric],
      ),
    });
  return (
    <fieldset className="field">
      <legend>{t('dashboards.metricsLabel')}</legend>
      {shown.map((metric, index) => (
        <span key={`${index} ${metric}`} className="chart-editor-line">
          <select
            aria-label={t('dashboards.metricsLabel')}
            value={metric}
            onChange={(event) => replace(index, event.target.value as ChartMetric)}
          >
            {chartMetrics.map((value) => (
              <option key={value} value={value}>
                {t(`dashboards.metrics.${value}`)}
              </option>
            ))}
          </select>
          {shown.length > 1 ? (
            <button type="button" className="link-button" onClick={() => replace(index, null)}>
              {t('dashboards.remove')}
            </button>
          ) : null}
        </span>
      ))}
      {canHaveSeveral && shown.length < mostMetrics ? (
        <button
          type="button"
          className="link-button"
          onClick={() =>
            set({
              metrics: [
                ...shown,
                chartMetrics.find((metric) => !shown.includes(metric)) ?? 'RUN_COUNT',
              ],
            })
          }
        >
          {t('dashboards.addMetric')}
        </button>
      ) : null}
      {shown.some((metric) => metric.startsWith('FEEDBACK')) ? (
        <input
          aria-label={t('dashboards.feedbackLabel')}
          placeholder={t('dashboards.feedbackLabel')}
          value={draft.feedbackKey ?? ''}
          maxLength={256}
          onChange={(event) => set({ feedbackKey: event.target.value || null })}
        />
      ) : null}
    </fieldset>
  );
}

function GroupField({ draft, set }: FieldProps) {
  const groups = draft.groupBy;
  const change = (index: number, group: DashboardChart['groupBy'][number] | null) => {
    const next = [...groups.slice(0, index), ...(group ? [group] : []), ...groups.slice(index + 1)];
    const isOne = next.length > 0 && draft.kind !== 'TABLE';
    set({ groupBy: next, ...(isOne ? { metrics: draft.metrics.slice(0, 1) } : {}) });
  };
  const slots = groups.length < 2 ? [...groups, undefined] : groups;
  return (
    <fieldset className="field">
      <legend>{t('dashboards.groupLabel')}</legend>
      {slots.map((group, index) => (
        <span key={index} className="chart-editor-line">
          <select
            aria-label={t('dashboards.groupLabel')}
            value={group?.field ?? ''}
            onChange={(event) => {
              const field = event.target.value as MetricGroupField | '';
              const metadataKey = field === 'METADATA' ? '' : null;
              change(index, field === '' ? null : { __typename: 'ChartGroup', field, metadataKey });
            }}
          >
            <option value="">{t('dashboards.noGroup')}</option>
            {groupFields.map((field) => (
              <option key={field} value={field}>
                {t(`dashboards.groups.${field}`)}
              </option>
            ))}
          </select>
          {group?.field === 'METADATA' ? (
            <input
              aria-label={t('dashboards.keyLabel')}
              placeholder={t('dashboards.keyLabel')}
              value={group.metadataKey ?? ''}
              maxLength={256}
              onChange={(event) => change(index, { ...group, metadataKey: event.target.value })}
            />
          ) : null}
        </span>
      ))}
      {groups.length > 0 ? (
        <label className="chart-editor-line">
          <span className="quiet">{t('dashboards.topLabel')}</span>
          <input
            type="number"
            min={1}
            max={50}
            value={draft.top}
            onChange={(event) =>
              set({ top: Math.min(50, Math.max(1, Math.round(Number(event.target.value)) || 1)) })
            }
          />
        </label>
      ) : null}
    </fieldset>
  );
}
