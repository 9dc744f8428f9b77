import { useApolloClient, useQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import {
  CornerDownLeft,
  FolderClosed,
  Inbox,
  Keyboard,
  KeyRound,
  Moon,
  Sun,
  Waypoints,
} from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { ReactNode } from 'react';
import { useWorkspace } from '../api/viewer.ts';
import { graphql } from '../gql/index.ts';
import { t } from '../i18n/index.ts';
import { oneLine } from '../lib/format.ts';
import { applyTheme } from '../lib/theme.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { idIn } from './pasted-id.ts';

export const paletteProjectsQuery = graphql(`
  query PaletteProjects($nameContains: String) {
    projects(first: 8, nameContains: $nameContains) {
      nodes {
        id
        name
      }
    }
  }
`);

export const pastedIdQuery = graphql(`
  query PastedId($id: ID!) {
    run(id: $id) {
      id
      uuid
      traceUuid
    }
  }
`);

interface CommandPaletteProps {
  onClose: () => void;
  onShortcuts: () => void;
}

/** Go anywhere: pages, projects, any id, a few actions. */
export function CommandPalette({ onClose, onShortcuts }: CommandPaletteProps) {
  const [text, setText] = useState('');
  const { viewer, workspace: scope } = useWorkspace();
  const workspace = scope.name;
  const navigate = useNavigate();
  const wanted = useDeferredValue(text.trim());
  const pastedId = idIn(wanted);
  const { data, previousData } = useQuery(paletteProjectsQuery, {
    variables: { nameContains: wanted === '' ? null : wanted.slice(0, 256) },
    fetchPolicy: 'no-cache',
    skip: pastedId !== undefined,
  });
  const openId = useOpenId(onClose);
  const projects = (data ?? previousData)?.projects.nodes ?? [];
  const go = (work: () => unknown) => () => {
    onClose();
    void work();
  };
  return (
    <Dialog title={t('palette.title')} variant="bare" onClose={onClose}>
      <Command label={t('palette.title')} loop className="palette">
        <Command.Input
          data-autofocus
          value={text}
          onValueChange={setText}
          placeholder={t('palette.placeholder')}
        />
        <Command.List>
          <Command.Empty>{t('palette.none')}</Command.Empty>
          {pastedId === undefined ? null : (
            <Command.Group heading={t('palette.id')}>
              <Item
                value={`id ${pastedId}`}
                icon={<Waypoints size={16} aria-hidden />}
                onSelect={() => void openId(pastedId)}
              >
                {t('palette.openId')} <code className="mono cut">{pastedId}</code>
              </Item>
            </Command.Group>
          )}
          <Command.Group heading={t('palette.pages')}>
            <Item
              value={t('projects.title')}
              icon={<FolderClosed size={16} aria-hidden />}
              hint="g p"
              onSelect={go(() =>
                navigate({ to: '/w/$workspace/projects', params: { workspace }, search: {} }),
              )}
            >
              {t('projects.title')}
            </Item>
            <Item
              value={t('keys.title')}
              icon={<KeyRound size={16} aria-hidden />}
              hint="g k"
              onSelect={go(() =>
                navigate({ to: '/w/$workspace/settings/api-keys', params: { workspace } }),
              )}
            >
              {t('keys.title')}
            </Item>
            {viewer.permissions.includes('ingest:manage') ? (
              <Item
                value={t('inbox.title')}
                icon={<Inbox size={16} aria-hidden />}
                hint="g i"
                onSelect={go(() =>
                  navigate({
                    to: '/w/$workspace/settings/inbox',
                    params: { workspace },
                    search: {},
                  }),
                )}
              >
                {t('inbox.title')}
              </Item>
            ) : null}
          </Command.Group>
          {projects.length > 0 && pastedId === undefined ? (
            <Command.Group heading={t('projects.title')}>
              {projects.map((project) => (
                <Item
                  key={project.id}
                  value={`${project.name} ${project.id}`}
                  keywords={[wanted]}
                  icon={<FolderClosed size={16} aria-hidden />}
                  onSelect={go(() =>
                    navigate({
                      to: '/w/$workspace/p/$project/runs',
                      params: { workspace, project: project.name },
                      search: {},
                    }),
                  )}
                >
                  <bdi className="cut">{oneLine(project.name, 200)}</bdi>
                </Item>
              ))}
            </Command.Group>
          ) : null}
          <Command.Group heading={t('palette.actions')}>
            <Item
              value={t('palette.light')}
              icon={<Sun size={16} aria-hidden />}
              onSelect={go(() => applyTheme('light'))}
            >
              {t('palette.light')}
            </Item>
            <Item
              value={t('palette.dark')}
              icon={<Moon size={16} aria-hidden />}
              onSelect={go(() => applyTheme('dark'))}
            >
              {t('palette.dark')}
            </Item>
            <Item
              value={t('shortcuts.title')}
              icon={<Keyboard size={16} aria-hidden />}
              hint="?"
              onSelect={onShortcuts}
            >
              {t('shortcuts.title')}
            </Item>
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  );
}

/** A run's id leads to the run in its trace; one that is not known yet to the page that waits for it. */
function useOpenId(onClose: () => void): (id: string) => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { workspace } = useWorkspace();
  return async (id) => {
    const { data } = await client.query({
      query: pastedIdQuery,
      variables: { id },
      fetchPolicy: 'no-cache',
      errorPolicy: 'all',
    });
    const run = data?.run;
    onClose();
    await navigate({
      to: '/w/$workspace/t/$traceUuid',
      params: { workspace: workspace.name, traceUuid: run?.traceUuid ?? id },
      search: run && run.uuid !== run.traceUuid ? { run: run.uuid } : {},
    });
  };
}

interface ItemProps {
  value: string;
  keywords?: string[];
  icon: ReactNode;
  hint?: string;
  onSelect: () => void;
  children: ReactNode;
}

function Item({ icon, hint, children, ...item }: ItemProps) {
  return (
    <Command.Item {...item}>
      {icon}
      {children}
      <span className="spacer" />
      {hint === undefined ? (
        <CornerDownLeft size={14} className="enter" aria-hidden />
      ) : (
        <kbd>{hint}</kbd>
      )}
    </Command.Item>
  );
}
