import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { defaultRange, rangeName, rangeSeconds } from '../../lib/time-range.ts';
import type { RangeName, RangeSearch } from '../../lib/time-range.ts';
import { FilterButton } from '../FilterButton.tsx';
import { Menu, MenuChoice, MenuLine } from '../Menu.tsx';
import { CustomRange } from './CustomRange.tsx';

interface TimeRangeMenuProps {
  range: RangeSearch;
  onChange: (range: RangeSearch) => void;
}

/** Relative ranges, any time, or from … to …. */
export function TimeRangeMenu({ range, onChange }: TimeRangeMenuProps) {
  const [isCustomOpen, setIsCustomOpen] = useState(false);
  const current = rangeName(range);
  const names = [...Object.keys(rangeSeconds), 'all'] as RangeName[];
  const value = current === 'custom' ? customRangeText(range) : t(`ranges.${current}`);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <FilterButton
            label={t('ranges.label')}
            value={value}
            isDefault={current === defaultRange}
          />
        }
      >
        {names.map((name) => (
          <MenuChoice
            key={name}
            isChosen={name === current}
            onChoose={() => onChange(name === defaultRange ? {} : { range: name })}
          >
            {t(`ranges.${name}`)}
          </MenuChoice>
        ))}
        <MenuLine />
        <MenuChoice isChosen={current === 'custom'} onChoose={() => setIsCustomOpen(true)}>
          {t('ranges.custom')}
        </MenuChoice>
      </Menu>
      {isCustomOpen ? (
        <CustomRange range={range} onClose={() => setIsCustomOpen(false)} onChange={onChange} />
      ) : null}
    </>
  );
}

export function customRangeText(range: RangeSearch): string {
  const from = range.from === undefined ? '…' : instantText(range.from);
  const to = range.to === undefined ? t('ranges.now') : instantText(range.to);
  return `${from} – ${to}`;
}

function instantText(instant: string): string {
  return new Date(instant).toLocaleString(undefined, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
