import { ChevronDown, ChevronRight, CircleMinus, CirclePlus, X } from 'lucide-react';
import type { RunFilter as FilterTree } from '@runlight/run-model/filter';
import type { ListFacetsQuery, RunType } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { countText, oneLine, shortCount } from '../../../lib/format.ts';
import { runTypeWord } from '../../../ui/RunTypeIcon.tsx';
import { facetMark } from '../model/facet-filter.ts';
import type { FacetMark } from '../model/facet-filter.ts';
import { filterValueOf } from './facet-sections.ts';
import type { FacetSection } from './facet-sections.ts';

type Facet = NonNullable<ListFacetsQuery['project']>['facets'][number];

interface FacetGroupProps {
  section: FacetSection;
  facet: Facet | undefined;
  isOpen: boolean;
  isLoading: boolean;
  isSet: boolean;
  filter: FilterTree;
  /** Values the filter names, which may have no run. */
  listed: readonly string[];
  onToggle: () => void;
  onMark: (value: string, mark: 'included' | 'excluded') => void;
  onClear: () => void;
  onRemove: (() => void) | undefined;
  /** Opens a section with the values of a key. */
  onValues: ((key: string) => void) | undefined;
}

export function FacetGroup(props: FacetGroupProps) {
  const { section, isOpen } = props;
  const title = sectionTitle(section);
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className="facet" data-set={props.isSet || undefined}>
      <header className="facet-head">
        <button type="button" aria-expanded={isOpen} onClick={props.onToggle}>
          <Icon size={14} aria-hidden />
          <span className="cut">{title}</span>
        </button>
        {props.isSet ? (
          <button type="button" className="link-button" onClick={props.onClear}>
            {t('facets.clear')}
          </button>
        ) : null}
        {props.onRemove ? (
          <button
            type="button"
            className="icon-button"
            title={t('facets.remove', { key: title })}
            aria-label={t('facets.remove', { key: title })}
            onClick={props.onRemove}
          >
            <X size={13} aria-hidden />
          </button>
        ) : null}
      </header>
      {isOpen ? <Values {...props} title={title} /> : null}
    </section>
  );
}

function sectionTitle(section: FacetSection): string {
  return section.kind === 'field' ? t(`facets.fields.${section.field}`) : oneLine(section.key, 60);
}

function Values(props: FacetGroupProps & { title: string }) {
  const { facet, listed, section, filter } = props;
  if (!facet) {
    return <p className="facet-note">{t(props.isLoading ? 'common.loading' : 'facets.none')}</p>;
  }
  const counted = facet.values.map(({ value, count }) => ({ value, count }));
  const known = new Set(counted.map(({ value }) => filterValueOf(section, value)));
  const rows = [
    ...counted,
    ...listed.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 })),
  ];
  if (rows.length === 0) return <p className="facet-note">{t('facets.none')}</p>;
  const most = Math.max(...rows.map((row) => row.count), 1);
  const others = facet.otherCount;
  return (
    <>
      <ul className="facet-values" aria-label={props.title}>
        {rows.map(({ value, count }) => (
          <FacetValue
            key={value}
            word={valueWord(section, value)}
            count={count}
            isAbout={facet.precision !== 'EXACT'}
            share={count / most}
            mark={facetMark(filter, section.place, filterValueOf(section, value))}
            onMark={(mark) => props.onMark(value, mark)}
            onValues={props.onValues && (() => props.onValues!(value))}
          />
        ))}
      </ul>
      {others > 0 ? (
        <p className="facet-note">{t('facets.others', { formatted: shortCount(others) })}</p>
      ) : null}
    </>
  );
}

function valueWord(section: FacetSection, value: string): string {
  if (section.kind === 'field' && section.field === 'STATUS') {
    const words: Record<string, string> = {
      PENDING: t('status.running'),
      SUCCESS: t('status.success'),
      ERROR: t('status.error'),
    };
    return words[value.toUpperCase()] ?? value;
  }
  if (section.kind === 'field' && section.field === 'RUN_TYPE') {
    return runTypeWord(value.toUpperCase() as RunType);
  }
  return value === '' ? t('facets.empty') : oneLine(value, 200);
}

interface FacetValueProps {
  word: string;
  count: number;
  isAbout: boolean;
  share: number;
  mark: FacetMark;
  onMark: (mark: 'included' | 'excluded') => void;
  onValues: (() => void) | undefined;
}

function FacetValue({ word, count, isAbout, share, mark, onMark, onValues }: FacetValueProps) {
  return (
    <li className="facet-value" data-mark={mark}>
      <span className="facet-share" style={{ width: `${share * 100}%` }} aria-hidden />
      <button
        type="button"
        className="facet-include"
        aria-pressed={mark === 'included'}
        title={`${word}\n${t('facets.includeHint')}`}
        onClick={(event) => onMark(event.shiftKey || event.altKey ? 'excluded' : 'included')}
      >
        <bdi className="cut">{word}</bdi>
        <span className="facet-count" title={countText(count)}>
          {isAbout ? '≈' : ''}
          {shortCount(count)}
        </span>
      </button>
      {onValues ? (
        <button
          type="button"
          className="icon-button facet-side"
          title={t('facets.values', { key: word })}
          aria-label={t('facets.values', { key: word })}
          onClick={onValues}
        >
          <CirclePlus size={13} aria-hidden />
        </button>
      ) : null}
      <button
        type="button"
        className="icon-button facet-side"
        aria-pressed={mark === 'excluded'}
        title={t('facets.exclude', { value: word })}
        aria-label={t('facets.exclude', { value: word })}
        onClick={() => onMark('excluded')}
      >
        <CircleMinus size={13} aria-hidden />
      </button>
    </li>
  );
}
