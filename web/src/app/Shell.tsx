import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import {
  BadgeDollarSign,
  CalendarClock,
  ListChecks,
  BookOpen,
  ChartSpline,
  ChevronsUpDown,
  FolderClosed,
  Inbox,
  KeyRound,
  ListTree,
  Scale,
  Search,
  Share2,
} from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useWorkspace } from '../api/viewer.ts';
import { InboxBadge } from '../features/inbox/InboxBadge.tsx';
import { t } from '../i18n/index.ts';
import { oneLine } from '../lib/format.ts';
import { paths } from '../paths.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Menu, MenuChoice } from '../ui/Menu.tsx';
import { ConnectionState } from './ConnectionState.tsx';
import { UserMenu } from './UserMenu.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const CommandPalette = lazy(async () => ({
  default: (await import('./CommandPalette.tsx')).CommandPalette,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}));

/** Navigation at the left, the page at the right; palette and shortcuts over both. */
export function Shell() {
  const [open, setOpen] = useState<'palette' | 'shortcuts'>();
  const { pathname } = useLocation();
  const close = () => setOpen(undefined);
  useShortcuts({
    onPalette: () => setOpen((now) => (now === 'palette' ? undefined : 'palette')),
    onShortcuts: () => setOpen('shortcuts'),
  });
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <nav className="nav" aria-label={t('shell.navigation')}>
        <Link to="/" className="nav-logo" aria-label={t('shell.home')}>
          <Logo />
        </Link>
        <WorkspaceName />
        <button type="button" className="nav-search" onClick={() => setOpen('palette')}>
          <Search size={14} aria-hidden />
          <span>{t('shell.search')}</span>
          <kbd>{isApple() ? '⌘K' : 'Ctrl K'}</kbd>
        </button>
        <NavLinks />
        <span className="spacer" />
        <ConnectionState />
        <UserMenu onShortcuts={() => setOpen('shortcuts')} />
      </nav>
      <main id="main" className="main" tabIndex={-1}>
        <ErrorBoundary place={pathname}>
          <Outlet />
        </ErrorBoundary>
      </main>
      <Suspense>
        {open === 'palette' ? (
          <CommandPalette onClose={close} onShortcuts={() => setOpen('shortcuts')} />
        ) : null}
        {open === 'shortcuts' ? <ShortcutsDialog onClose={close} /> : null}
      </Suspense>
    </div>
  );
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

function WorkspaceName() {
  const { viewer, workspace } = useWorkspace();
  const name = (
    <bdi className="cut" title={oneLine(workspace.name, 300)}>
      {oneLine(workspace.name, 300)}
    </bdi>
  );
  if (viewer.workspaces.length < 2) return <div className="nav-workspace">{name}</div>;
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="nav-workspace"
          aria-label={t('shell.workspaceIs', { name: workspace.name })}
        >
          {name}
          <ChevronsUpDown size={14} aria-hidden />
        </button>
      }
    >
      {viewer.workspaces.map((other) => (
        <MenuChoice
          key={other.id}
          isChosen={other.id === workspace.id}
          // A full load: nothing of the other workspace may stay in memory.
          onChoose={() => window.location.assign(paths.projects(other.name))}
        >
          <bdi className="cut">{oneLine(other.name, 120)}</bdi>
        </MenuChoice>
      ))}
    </Menu>
  );
}

function NavLinks() {
  const { viewer, workspace } = useWorkspace();
  const { project } = useParams({ strict: false });
  const { pathname } = useLocation();
  const params = { workspace: workspace.name };
  return (
    <>
      <NavGroup title={t('shell.observe')}>
        <Link
          to="/w/$workspace/projects"
          params={params}
          search={{}}
          className="nav-link"
          activeOptions={{ exact: true, includeSearch: false }}
        >
          <FolderClosed size={16} aria-hidden />
          <span>{t('projects.title')}</span>
        </Link>
        {project === undefined ? null : (
          <ProjectLinks workspace={workspace.name} project={project} />
        )}
      </NavGroup>
      <NavGroup title={t('shell.settings')}>
        <Link to="/w/$workspace/settings/api-keys" params={params} className="nav-link">
          <KeyRound size={16} aria-hidden />
          <span>{t('keys.title')}</span>
        </Link>
        <Link
          to="/w/$workspace/settings/prices"
          params={params}
          search={{}}
          className="nav-link"
          activeOptions={{ includeSearch: false }}
        >
          <BadgeDollarSign size={16} aria-hidden />
          <span>{t('prices.title')}</span>
        </Link>
        <Link to="/w/$workspace/settings/feedback" params={params} className="nav-link">
          <Scale size={16} aria-hidden />
          <span>{t('feedback.scales.title')}</span>
        </Link>
        {viewer.permissions.includes('runs:share') ? (
          <Link to="/w/$workspace/settings/public-links" params={params} className="nav-link">
            <Share2 size={16} aria-hidden />
            <span>{t('sharing.title')}</span>
          </Link>
        ) : null}
        <Link to="/w/$workspace/settings/retention" params={params} className="nav-link">
          <CalendarClock size={16} aria-hidden />
          <span>{t('retention.title')}</span>
        </Link>
        <Link
          to="/w/$workspace/settings/jobs"
          params={params}
          search={{}}
          className="nav-link"
          activeOptions={{ includeSearch: false }}
        >
          <ListChecks size={16} aria-hidden />
          <span>{t('jobs.title')}</span>
        </Link>
        {viewer.permissions.includes('ingest:manage') ? (
          <Link
            to="/w/$workspace/settings/inbox"
            params={params}
            search={{}}
            className="nav-link"
            activeOptions={{ includeSearch: false }}
          >
            <Inbox size={16} aria-hidden />
            <span>{t('inbox.title')}</span>
            {pathname.endsWith('/settings/inbox') ? null : (
              <InboxBadge workspaceUuid={workspace.uuid} place={pathname} />
            )}
          </Link>
        ) : null}
      </NavGroup>
    </>
  );
}

/** The pages of the project one is in. */
function ProjectLinks({ workspace, project }: { workspace: string; project: string }) {
  const params = { workspace, project };
  const name = oneLine(project, 200);
  return (
    <div className="nav-project" role="group" aria-label={name}>
      <bdi className="nav-project-name cut" title={name}>
        {name}
      </bdi>
      <Link
        to="/w/$workspace/p/$project/runs"
        params={params}
        search={{}}
        className="nav-link"
        activeOptions={{ includeSearch: false }}
      >
        <ListTree size={16} aria-hidden />
        <span>{t('runs.title')}</span>
      </Link>
      <Link
        to="/w/$workspace/p/$project/metrics"
        params={params}
        search={{}}
        className="nav-link"
        activeOptions={{ includeSearch: false }}
      >
        <ChartSpline size={16} aria-hidden />
        <span>{t('dashboards.title')}</span>
      </Link>
      <Link to="/w/$workspace/p/$project/setup" params={params} className="nav-link">
        <BookOpen size={16} aria-hidden />
        <span>{t('setup.title')}</span>
      </Link>
    </div>
  );
}

function NavGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="nav-group" role="group" aria-label={title}>
      <h2 className="nav-title">{title}</h2>
      {children}
    </div>
  );
}
