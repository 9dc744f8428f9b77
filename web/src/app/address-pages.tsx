import { useQuery } from '@apollo/client/react';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { viewerQuery, useWorkspace } from '../api/viewer.ts';
import { uuidOfOtelId } from '../features/resolve/otel-id.ts';
import { ResolveProject } from '../features/resolve/ResolveProject.tsx';
import { ResolveRun } from '../features/resolve/ResolveRun.tsx';
import { t } from '../i18n/index.ts';
import { ErrorState } from '../ui/States.tsx';
import { NotFound } from './NotFound.tsx';
import { idIn } from './pasted-id.ts';

// Addresses that other programs make: the links of the LangSmith SDKs (`/o/…`), and short ones by the id of
// a trace, a span or a run (`/go/…`).

const sdkProjectRoute = getRouteApi('/o/$workspace/projects/p/$project');

export function SdkProject() {
  const { project } = sdkProjectRoute.useParams();
  const { workspace } = useWorkspace();
  return (
    <ResolveProject projectUuid={project}>
      {(name) => (
        <Navigate
          to="/w/$workspace/p/$project/runs"
          params={{ workspace: workspace.name, project: name }}
          search={{}}
          replace
        />
      )}
    </ResolveProject>
  );
}

const sdkRunRoute = getRouteApi('/o/$workspace/projects/p/$project/r/$run');

export function SdkRun() {
  const { run } = sdkRunRoute.useParams();
  return <ToRun id={run} workspace={useWorkspace().workspace.name} />;
}

const goRoute = getRouteApi('/go/$kind/$id');

/** Which workspace is not said: it is the viewer's own. */
export function Go() {
  const { kind, id } = goRoute.useParams();
  const { data, error, refetch } = useQuery(viewerQuery);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <div className="boot" role="status" aria-label={t('common.loading')} />;
  const workspace = data.viewer.workspace.name;
  const uuid = uuidOfOtelId(id) ?? idIn(id);
  if (uuid === undefined) return <NotFound />;
  if (kind !== 'trace') return <ToRun id={uuid} workspace={workspace} />;
  return (
    <Navigate
      to="/w/$workspace/t/$traceUuid"
      params={{ workspace, traceUuid: uuid }}
      search={{}}
      replace
    />
  );
}

function ToRun({ id, workspace }: { id: string; workspace: string }) {
  return (
    <ResolveRun runUuid={id}>
      {({ runUuid, traceUuid }) => (
        <Navigate
          to="/w/$workspace/t/$traceUuid"
          params={{ workspace, traceUuid }}
          search={runUuid === traceUuid ? {} : { run: runUuid }}
          replace
        />
      )}
    </ResolveRun>
  );
}
