import { useQuery } from '@apollo/client/react';
import { useDeferredValue } from 'react';
import { t } from '../../../i18n/index.ts';
import { oneLine } from '../../../lib/format.ts';
import { ColumnsMenu } from '../../../ui/grid/ColumnsMenu.tsx';
import { columnKeysQuery } from './column-documents.ts';
import { mostMetadataColumns } from '../run-documents.ts';
import type { ListPlaces } from '../use-places.ts';
import {
  feedbackColumnId,
  metadataColumnId,
  metadataPathsOf,
  runColumnsFor,
} from './run-columns.tsx';

/** Columns of runs: known ones, and any path of the metadata or key of feedback that is typed. */
export function RunColumnsMenu({ project, list }: { project: string; list: ListPlaces }) {
  const choices = runColumnsFor(list.places)
    .filter((column) => !column.isFixed)
    .map(({ id, title, hint }) => ({ id, title, ...(hint === undefined ? {} : { hint }) }));
  return (
    <ColumnsMenu
      choices={choices}
      places={list.places}
      onPlaces={list.setPlaces}
      rowSize={list.rowSize}
      onRowSize={list.setRowSize}
      renderMore={(text, add) => (
        <KeyColumns project={project} text={text} places={list.places} onAdd={add} />
      )}
    />
  );
}

interface KeyColumnsProps {
  project: string;
  text: string;
  places: ListPlaces['places'];
  onAdd: (id: string) => void;
}

function KeyColumns({ project, text, places, onAdd }: KeyColumnsProps) {
  const contains = useDeferredValue(text).slice(0, 200);
  const { data, previousData } = useQuery(columnKeysQuery, {
    variables: { project, contains: contains === '' ? null : contains },
    fetchPolicy: 'no-cache',
  });
  const found = (data ?? previousData)?.project;
  const shown = new Set(places.map(({ id }) => id));
  const isFull = metadataPathsOf(places).length >= mostMetadataColumns;
  const known = found?.metadataKeys ?? [];
  // A path into a value that is JSON is nobody's key; it can be typed.
  const typed = text.includes('.') && !known.includes(text) ? [text] : [];
  const paths = [...typed, ...known].filter((path) => !shown.has(metadataColumnId(path)));
  const keys = (found?.facets[0]?.values ?? [])
    .map(({ value }) => value)
    .filter((key) => !shown.has(feedbackColumnId(key)))
    .filter((key) => key.toLowerCase().includes(text.toLowerCase()));
  return (
    <>
      <KeyList
        title={t('grid.feedback')}
        keys={keys}
        onAdd={(key) => onAdd(feedbackColumnId(key))}
      />
      {isFull ? (
        <p className="menu-label">{t('grid.mostPaths', { count: mostMetadataColumns })}</p>
      ) : (
        <KeyList
          title={t('grid.metadata')}
          keys={paths}
          onAdd={(path) => onAdd(metadataColumnId(path))}
        />
      )}
    </>
  );
}

interface KeyListProps {
  title: string;
  keys: readonly string[];
  onAdd: (key: string) => void;
}

function KeyList({ title, keys, onAdd }: KeyListProps) {
  if (keys.length === 0) return null;
  return (
    <>
      <p className="menu-label">{title}</p>
      <ul aria-label={title}>
        {keys.map((key) => (
          <li key={key}>
            <label className="columns-line" title={oneLine(key, 300)}>
              <input type="checkbox" checked={false} onChange={() => onAdd(key)} />
              <bdi className="cut mono">{oneLine(key, 120)}</bdi>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
