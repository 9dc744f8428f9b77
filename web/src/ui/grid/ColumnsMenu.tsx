import { ChevronDown, ChevronUp, Columns3, Pin, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { oneLine } from '../../lib/format.ts';
import { Popover } from '../Popover.tsx';
import { Segments } from '../Segments.tsx';
import type { RowSize } from './DataGrid.tsx';
import { withPinned, withShown, withStep } from './grid-columns.ts';
import type { ColumnPlace } from './grid-columns.ts';

export interface ColumnChoice {
  id: string;
  title: string;
  hint?: string;
}

interface ColumnsMenuProps {
  /** Those that can be shown now, without fixed ones. */
  choices: readonly ColumnChoice[];
  places: readonly ColumnPlace[];
  onPlaces: (places: ColumnPlace[] | undefined) => void;
  rowSize: RowSize;
  onRowSize: (size: RowSize) => void;
  /** More columns that are found by typing, e.g. paths; gets what is typed. */
  renderMore?: (text: string, add: (id: string) => void) => ReactNode;
}

/** Which columns are shown, in which order, which of them stay in sight, and how high rows are. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  const { choices, places, onPlaces } = props;
  const [text, setText] = useState('');
  const byId = new Map(choices.map((choice) => [choice.id, choice]));
  const wanted = text.trim().toLowerCase();
  const fits = ({ title, id }: ColumnChoice) => `${title} ${id}`.toLowerCase().includes(wanted);
  const shown = places.flatMap((place) => byId.get(place.id) ?? []);
  const shownIds = new Set(places.map((place) => place.id));
  const others = choices.filter((choice) => !shownIds.has(choice.id) && fits(choice));
  const add = (id: string) => onPlaces(withShown(places, id, true));
  return (
    <Popover
      label={t('grid.columns')}
      align="end"
      trigger={
        <button
          type="button"
          className="icon-button icon-button-edge"
          title={t('grid.columns')}
          aria-label={t('grid.columns')}
        >
          <Columns3 size={16} aria-hidden />
        </button>
      }
    >
      <div className="columns-menu">
        <input
          type="text"
          className="text-input"
          aria-label={t('grid.findColumn')}
          placeholder={t('grid.findColumn')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="columns-lists">
          {wanted === '' ? (
            <ul aria-label={t('grid.shown')}>
              {shown.map((choice) => (
                <ShownColumn key={choice.id} {...{ choice, places, onPlaces }} />
              ))}
            </ul>
          ) : null}
          {others.length > 0 ? <p className="menu-label">{t('grid.hidden')}</p> : null}
          <ul aria-label={t('grid.hidden')}>
            {others.map((choice) => (
              <li key={choice.id}>
                <label className="columns-line" title={choice.hint}>
                  <input type="checkbox" checked={false} onChange={() => add(choice.id)} />
                  <span className="cut">{choice.title}</span>
                </label>
              </li>
            ))}
          </ul>
          {props.renderMore?.(text.trim(), add)}
        </div>
        <footer className="columns-foot">
          <Segments
            label={t('grid.rowSize')}
            value={props.rowSize}
            options={[
              { value: 'S', text: t('grid.small') },
              { value: 'M', text: t('grid.medium') },
            ]}
            onChange={props.onRowSize}
          />
          <span className="spacer" />
          <button type="button" className="link-button" onClick={() => onPlaces(undefined)}>
            {t('grid.reset')}
          </button>
        </footer>
      </div>
    </Popover>
  );
}

interface ShownColumnProps {
  choice: ColumnChoice;
  places: readonly ColumnPlace[];
  onPlaces: (places: ColumnPlace[]) => void;
}

function ShownColumn({ choice, places, onPlaces }: ShownColumnProps) {
  const { id } = choice;
  const title = oneLine(choice.title, 100);
  const isPinned = places.find((place) => place.id === id)?.isPinned === true;
  const index = places.findIndex((place) => place.id === id);
  return (
    <li className="columns-shown">
      <label className="columns-line" title={choice.hint}>
        <input
          type="checkbox"
          checked
          disabled={places.length === 1}
          onChange={() => onPlaces(withShown(places, id, false))}
        />
        <span className="cut">{title}</span>
      </label>
      <IconButton
        label={t('grid.moveUp', { column: title })}
        isDisabled={index === 0}
        onClick={() => onPlaces(withStep(places, id, -1))}
      >
        <ChevronUp size={14} aria-hidden />
      </IconButton>
      <IconButton
        label={t('grid.moveDown', { column: title })}
        isDisabled={index === places.length - 1}
        onClick={() => onPlaces(withStep(places, id, 1))}
      >
        <ChevronDown size={14} aria-hidden />
      </IconButton>
      <IconButton
        label={t(isPinned ? 'grid.unpin' : 'grid.pin', { column: title })}
        isPressed={isPinned}
        onClick={() => onPlaces(withPinned(places, id, !isPinned))}
      >
        {isPinned ? <X size={14} aria-hidden /> : <Pin size={14} aria-hidden />}
      </IconButton>
    </li>
  );
}

interface IconButtonProps {
  label: string;
  isDisabled?: boolean;
  isPressed?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function IconButton({ label, isDisabled, isPressed, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      title={label}
      aria-label={label}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
