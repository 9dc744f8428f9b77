import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { viewerQuery, WorkspaceContext } from '../api/viewer.ts';
import { t } from '../i18n/index.ts';
import { oneLine } from '../lib/format.ts';
import { CalmState, ErrorState } from '../ui/States.tsx';

interface WorkspaceGateProps {
  /** Name of the workspace in the address. */
  name: string;
  setTenant: (workspaceUuid: string | undefined) => void;
  children: ReactNode;
}

/** Finds the workspace of the address among the viewer's; pages inside may rely on it. */
export function WorkspaceGate({ name, setTenant, children }: WorkspaceGateProps) {
  const { data, error, refetch } = useQuery(viewerQuery);
  const viewer = data?.viewer;
  const workspace = viewer?.workspaces.find((one) => one.name === name || one.uuid === name);
  const scope = useMemo(
    () => (viewer && workspace ? { viewer, workspace } : undefined),
    [viewer, workspace],
  );
  if (scope) {
    // Before the first query of a page inside, hence not in an effect.
    setTenant(scope.workspace.id === scope.viewer.workspace.id ? undefined : scope.workspace.uuid);
    return <WorkspaceContext value={scope}>{children}</WorkspaceContext>;
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!viewer) return <div className="boot" role="status" aria-label={t('common.loading')} />;
  return (
    <CalmState title={t('shell.noWorkspace', { name: oneLine(name, 80) })}>
      <p>{t('shell.noWorkspaceText')}</p>
      <a className="button" href="/">
        {t('shell.toMine')}
      </a>
    </CalmState>
  );
}
