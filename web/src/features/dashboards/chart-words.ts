import { t } from '../../i18n/index.ts';
import type { ChartWords } from './model/chart-series.ts';

export const chartWords: ChartWords = {
  metric: (metric) => t(`dashboards.metrics.${metric}`),
  get other() {
    return t('dashboards.other');
  },
  get empty() {
    return t('dashboards.empty');
  },
};
