import { MoreHorizontal } from 'lucide-react';
import { t } from '../../i18n/index.ts';
import { oneLine } from '../../lib/format.ts';
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx';

interface ChartMenuProps {
  title: string;
  isFirst: boolean;
  isLast: boolean;
  onEdit: () => void;
  onMove: (by: -1 | 1) => void;
  onCopy: () => void;
  onRemove: () => void;
}

/** What can be done to one chart. */
export function ChartMenu(props: ChartMenuProps) {
  const label = t('dashboards.chartMenu', { title: oneLine(props.title, 100) });
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="icon-button" title={label} aria-label={label}>
          <MoreHorizontal size={16} aria-hidden />
        </button>
      }
    >
      <MenuItem onChoose={props.onEdit}>{t('dashboards.edit')}</MenuItem>
      <MenuItem onChoose={props.onCopy}>{t('dashboards.copy')}</MenuItem>
      {props.isFirst ? null : (
        <MenuItem onChoose={() => props.onMove(-1)}>{t('dashboards.moveBack')}</MenuItem>
      )}
      {props.isLast ? null : (
        <MenuItem onChoose={() => props.onMove(1)}>{t('dashboards.moveOn')}</MenuItem>
      )}
      <MenuLine />
      <MenuItem onChoose={props.onRemove}>{t('dashboards.remove')}</MenuItem>
    </Menu>
  );
}
