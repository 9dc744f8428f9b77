import { Bookmark, ChevronDown, Lock, Pin, Users } from 'lucide-react';
import { useState } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import { t } from '../../../i18n/index.ts';
import { oneLine } from '../../../lib/format.ts';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../../../ui/Menu.tsx';
import { DeleteView } from './DeleteView.tsx';
import { SaveView } from './SaveView.tsx';
import type { SavedView, Views } from './use-views.ts';

interface ViewsMenuProps {
  views: Views;
  /** Whether views may be made for the whole team. */
  canManage: boolean;
}

/** Which saved view is shown, whether it was changed, and what can be done with it. */
export function ViewsMenu({ views, canManage }: ViewsMenuProps) {
  const [dialog, setDialog] = useState<'save' | 'delete'>();
  const [problem, setProblem] = useState<string>();
  const { current, isDirty } = views;
  const run = (work: Promise<string | undefined>) =>
    void work.then(setProblem, (error: unknown) => setProblem(errorWords(error).text));
  const name = current ? oneLine(current.name, 60) : t('views.none');
  return (
    <>
      {problem === undefined ? null : (
        <span className="field-error" role="alert">
          {problem.slice(0, 200)}
        </span>
      )}
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            className="filter-button"
            data-set={current !== undefined || undefined}
            aria-label={t(isDirty ? 'views.menuDirty' : 'views.menu', { name })}
          >
            <Bookmark size={14} aria-hidden />
            <span className="cut filter-value">{name}</span>
            {isDirty ? <span className="views-dirty" title={t('views.dirty')} /> : null}
            <ChevronDown size={14} aria-hidden />
          </button>
        }
      >
        <MenuChoice isChosen={current === undefined} onChoose={() => views.apply(undefined)}>
          {t('views.none')}
        </MenuChoice>
        <ViewList views={views} visibility="PRIVATE" />
        <ViewList views={views} visibility="TEAM" />
        <MenuLine />
        {current && isDirty ? (
          <>
            {current.canEdit ? (
              <MenuItem onChoose={() => run(views.save())}>
                <span className="menu-check" />
                {t('views.save')}
              </MenuItem>
            ) : null}
            <MenuItem onChoose={() => views.apply(current)}>
              <span className="menu-check" />
              {t('views.reset')}
            </MenuItem>
          </>
        ) : null}
        <MenuItem onChoose={() => setDialog('save')}>
          <span className="menu-check" />
          {t('views.saveAs')}
        </MenuItem>
        <MenuItem
          onChoose={() => run(views.setDefault(current?.isDefault === true ? undefined : current))}
        >
          <span className="menu-check">
            <Pin size={13} aria-hidden />
          </span>
          {t(current && !current.isDefault ? 'views.makeDefault' : 'views.noDefault')}
        </MenuItem>
        {current?.canEdit ? (
          <MenuItem onChoose={() => setDialog('delete')}>
            <span className="menu-check" />
            {t('views.delete')}
          </MenuItem>
        ) : null}
      </Menu>
      {dialog === 'save' ? (
        <SaveView views={views} canManage={canManage} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'delete' && current ? (
        <DeleteView views={views} view={current} onClose={() => setDialog(undefined)} />
      ) : null}
    </>
  );
}

function ViewList({ views, visibility }: { views: Views; visibility: SavedView['visibility'] }) {
  const listed = views.all.filter((view) => view.visibility === visibility);
  if (listed.length === 0) return null;
  const Icon = visibility === 'TEAM' ? Users : Lock;
  return (
    <>
      <MenuLabel>
        <span className="views-label">
          <Icon size={12} aria-hidden />
          {t(`views.visibility.${visibility}`)}
        </span>
      </MenuLabel>
      {listed.map((view) => (
        <MenuChoice
          key={view.id}
          isChosen={view.id === views.current?.id}
          onChoose={() => views.apply(view)}
        >
          <bdi className="cut">{oneLine(view.name, 128)}</bdi>
          {view.isDefault ? <Pin size={12} aria-label={t('views.isDefault')} /> : null}
        </MenuChoice>
      ))}
    </>
  );
}
