import { ChevronDown, LayoutDashboard } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { oneLine } from '../../lib/format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../../ui/Menu.tsx';
import type { Dashboard } from './model/dashboard.ts';

interface DashboardMenuProps {
  dashboards: readonly Dashboard[];
  shown: Dashboard;
  canManage: boolean;
  onShow: (id: string) => void;
  onCreate: (name: string) => void;
  onClone: (name: string) => void;
  onRename: (name: string) => void;
  onDelete: () => void;
}

type Asked = 'create' | 'clone' | 'rename' | 'delete';

/** Which dashboard is shown, and what can be done with it. */
export function DashboardMenu(props: DashboardMenuProps) {
  const { shown, canManage } = props;
  const [asked, setAsked] = useState<Asked>();
  const own = props.dashboards.filter((dashboard) => !dashboard.isPrebuilt);
  const isOwn = !shown.isPrebuilt;
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            className="filter-button"
            aria-label={t('dashboards.menu', { name: shown.name })}
          >
            <LayoutDashboard size={14} aria-hidden />
            <span className="cut filter-value">{oneLine(shown.name, 60)}</span>
            <ChevronDown size={14} aria-hidden />
          </button>
        }
      >
        <MenuLabel>{t('dashboards.prebuilt')}</MenuLabel>
        <Choices {...props} dashboards={props.dashboards.filter(({ isPrebuilt }) => isPrebuilt)} />
        {own.length > 0 ? <MenuLabel>{t('dashboards.own')}</MenuLabel> : null}
        <Choices {...props} dashboards={own} />
        {canManage ? (
          <>
            <MenuLine />
            <MenuItem onChoose={() => setAsked('clone')}>{t('dashboards.clone')}</MenuItem>
            <MenuItem onChoose={() => setAsked('create')}>{t('dashboards.create')}</MenuItem>
            {isOwn ? (
              <>
                <MenuItem onChoose={() => setAsked('rename')}>{t('dashboards.rename')}</MenuItem>
                <MenuItem onChoose={() => setAsked('delete')}>{t('dashboards.delete')}</MenuItem>
              </>
            ) : null}
          </>
        ) : null}
      </Menu>
      {asked === undefined ? null : asked === 'delete' ? (
        <ConfirmDelete {...props} onClose={() => setAsked(undefined)} />
      ) : (
        <NameDialog
          title={t(`dashboards.${asked}`)}
          name={
            asked === 'clone'
              ? t('dashboards.copyOf', { name: shown.name })
              : asked === 'rename'
                ? shown.name
                : ''
          }
          onClose={() => setAsked(undefined)}
          onName={{ create: props.onCreate, clone: props.onClone, rename: props.onRename }[asked]}
        />
      )}
    </>
  );
}

function Choices({ dashboards, shown, onShow }: DashboardMenuProps) {
  return dashboards.map((dashboard) => (
    <MenuChoice
      key={dashboard.id}
      isChosen={dashboard.id === shown.id}
      onChoose={() => onShow(dashboard.id)}
    >
      <bdi className="cut">{oneLine(dashboard.name, 128)}</bdi>
    </MenuChoice>
  ));
}

interface NameDialogProps {
  title: string;
  name: string;
  onName: (name: string) => void;
  onClose: () => void;
}

function NameDialog(props: NameDialogProps) {
  const [name, setName] = useState(props.name.slice(0, 128));
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onName(name.trim());
          props.onClose();
        }}
      >
        <label className="field">
          <span>{t('dashboards.nameLabel')}</span>
          <input
            data-autofocus
            value={name}
            maxLength={128}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <footer className="form-foot">
          <button type="button" className="button" onClick={props.onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button button-strong" disabled={name.trim() === ''}>
            {props.title}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function ConfirmDelete({ shown, onDelete, onClose }: DashboardMenuProps & { onClose: () => void }) {
  return (
    <Dialog title={t('dashboards.delete')} onClose={onClose}>
      <div className="form">
        <p>
          <bdi className="strong">{oneLine(shown.name, 128)}</bdi> {t('dashboards.deleteText')}
        </p>
        <footer className="form-foot">
          <button type="button" className="button" data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button
            type="button"
            className="button button-destroy"
            onClick={() => {
              onDelete();
              onClose();
            }}
          >
            {t('dashboards.delete')}
          </button>
        </footer>
      </div>
    </Dialog>
  );
}
