import { ChevronDown, X } from 'lucide-react';
import { useState } from 'react';
import type { ComponentProps, ReactNode, RefObject } from 'react';
import { t } from '../../i18n/index.ts';
import type { RunStatus, RunType } from '../../gql/graphql.ts';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/Menu.tsx';
import { runTypeWord } from '../../ui/RunTypeIcon.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { CustomRange, customRangeText } from './CustomRange.tsx';
import {
  hasFilter,
  rangeName,
  rangeSeconds,
  runTypes,
  statuses,
  withoutFilter,
} from './model/run-search.ts';
import type { RangeName, RunSearch } from './model/run-search.ts';

interface FilterBarProps {
  search: RunSearch;
  onChange: (search: RunSearch) => void;
  searchRef: RefObject<HTMLInputElement | null>;
}

/** What is listed; everything here is in the address. */
export function FilterBar({ search, onChange, searchRef }: FilterBarProps) {
  const set = (next: { [K in keyof RunSearch]: RunSearch[K] | undefined }) =>
    onChange({ ...search, ...next } as RunSearch);
  return (
    <div className="filter-bar" role="search">
      <Segments
        label={t('runs.scope')}
        value={search.scope ?? 'roots'}
        options={[
          { value: 'roots', text: t('runs.scopeRoots') },
          { value: 'all', text: t('runs.scopeAll') },
        ]}
        onChange={(scope) => set({ scope: scope === 'all' ? 'all' : undefined })}
      />
      <SearchField
        className="filter-text"
        label={t('runs.searchLabel')}
        placeholder={t('runs.search')}
        hint="/"
        fieldRef={searchRef}
        value={search.q ?? ''}
        onChange={(q) => set({ q })}
      />
      <SearchField
        className="filter-name"
        label={t('runs.nameLabel')}
        placeholder={t('runs.name')}
        value={search.name ?? ''}
        onChange={(name) => set({ name })}
      />
      <ListMenu<RunStatus>
        label={t('runs.status')}
        all={statuses}
        chosen={search.status ?? []}
        wordOf={(status) => t(`status.${statusKeys[status]}`)}
        onChange={(status) => set({ status })}
      />
      <ListMenu<RunType>
        label={t('runs.type')}
        all={runTypes}
        chosen={search.type ?? []}
        wordOf={runTypeWord}
        onChange={(type) => set({ type })}
      />
      <RangeMenu search={search} onChange={onChange} />
      {hasFilter(search) ? (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => onChange(withoutFilter(search))}
        >
          <X size={14} aria-hidden />
          {t('runs.clearFilters')}
        </button>
      ) : null}
    </div>
  );
}

const statusKeys = { PENDING: 'running', SUCCESS: 'success', ERROR: 'error' } as const;

interface ListMenuProps<T extends string> {
  label: string;
  all: readonly T[];
  chosen: readonly T[];
  wordOf: (value: T) => string;
  onChange: (chosen: T[]) => void;
}

function ListMenu<T extends string>({ label, all, chosen, wordOf, onChange }: ListMenuProps<T>) {
  const toggle = (value: T) =>
    onChange(
      chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
    );
  const text = chosen.map(wordOf).join(', ');
  return (
    <Menu trigger={<FilterButton label={label} value={text === '' ? undefined : text} />}>
      {all.map((value) => (
        <MenuChoice
          key={value}
          isMultiple
          isChosen={chosen.includes(value)}
          onChoose={() => toggle(value)}
        >
          {wordOf(value)}
        </MenuChoice>
      ))}
      <MenuLine />
      <MenuItem onChoose={() => onChange([])}>
        <span className="menu-check" />
        {t('runs.anyOf')}
      </MenuItem>
    </Menu>
  );
}

function RangeMenu({ search, onChange }: Pick<FilterBarProps, 'search' | 'onChange'>) {
  const [isCustomOpen, setIsCustomOpen] = useState(false);
  const current = rangeName(search);
  const names = [...Object.keys(rangeSeconds), 'all'] as RangeName[];
  const { from: _from, to: _to, range: _range, ...rest } = search;
  const value = current === 'custom' ? customRangeText(search) : t(`ranges.${current}`);
  return (
    <>
      <Menu
        trigger={<FilterButton label={t('runs.time')} value={value} isDefault={current === '7d'} />}
      >
        {names.map((name) => (
          <MenuChoice
            key={name}
            isChosen={name === current}
            onChoose={() => onChange({ ...rest, range: name })}
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
        <CustomRange
          search={search}
          onClose={() => setIsCustomOpen(false)}
          onChange={(range) => onChange({ ...rest, ...range })}
        />
      ) : null}
    </>
  );
}

interface FilterButtonProps extends Omit<ComponentProps<'button'>, 'value'> {
  label: string;
  value: ReactNode;
  /** Set, but not by the reader. */
  isDefault?: boolean;
}

function FilterButton({ label, value, isDefault, ...button }: FilterButtonProps) {
  return (
    <button
      type="button"
      className="filter-button"
      data-set={(value !== undefined && !isDefault) || undefined}
      {...button}
    >
      <span className="filter-label">{label}</span>
      {value === undefined ? null : <span className="cut filter-value">{value}</span>}
      <ChevronDown size={14} aria-hidden />
    </button>
  );
}
