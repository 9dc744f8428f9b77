import { useNavigate } from '@tanstack/react-router';
import { useWorkspace } from '../api/viewer.ts';
import { FirstRun } from '../features/onboarding/FirstRun.tsx';

/** How to send the first run of a project; opens its trace when it comes. */
export function ProjectFirstRun({ project }: { project: string }) {
  const { viewer, workspace } = useWorkspace();
  const navigate = useNavigate();
  return (
    <FirstRun
      project={project}
      origin={window.location.origin}
      canCreateKey={viewer.permissions.includes('keys:manage')}
      onFirstRun={(traceUuid) =>
        void navigate({
          to: '/w/$workspace/t/$traceUuid',
          params: { workspace: workspace.name, traceUuid },
          search: {},
        })
      }
    />
  );
}
