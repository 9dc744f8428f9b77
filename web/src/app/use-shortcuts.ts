import { useNavigate, useParams } from '@tanstack/react-router';
import { useHotkeys } from 'react-hotkeys-hook';
import { useWorkspace } from '../api/viewer.ts';

interface ShortcutActions {
  onPalette: () => void;
  onShortcuts: () => void;
}

/** The keys that work on every page; pages have their own besides. */
export function useShortcuts({ onPalette, onShortcuts }: ShortcutActions): void {
  const navigate = useNavigate();
  const { workspace: scope } = useWorkspace();
  const { project } = useParams({ strict: false });
  const workspace = scope.name;
  const options = { useKey: true, preventDefault: true };
  useHotkeys('mod+k', onPalette, {
    preventDefault: true,
    enableOnFormTags: true,
    enableOnContentEditable: true,
  });
  useHotkeys('?', onShortcuts, { useKey: true, ignoreModifiers: true });
  useHotkeys(
    'g>p',
    () => void navigate({ to: '/w/$workspace/projects', params: { workspace }, search: {} }),
    options,
  );
  useHotkeys(
    'g>k',
    () => void navigate({ to: '/w/$workspace/settings/api-keys', params: { workspace } }),
    options,
  );
  useHotkeys(
    'g>i',
    () => void navigate({ to: '/w/$workspace/settings/inbox', params: { workspace }, search: {} }),
    options,
  );
  useHotkeys(
    'g>r',
    () => {
      if (project === undefined) return;
      void navigate({
        to: '/w/$workspace/p/$project/runs',
        params: { workspace, project },
        search: {},
      });
    },
    options,
  );
  useHotkeys(
    'g>m',
    () => {
      if (project === undefined) return;
      void navigate({
        to: '/w/$workspace/p/$project/metrics',
        params: { workspace, project },
        search: {},
      });
    },
    options,
  );
  useHotkeys(
    'g>s',
    () => {
      if (project === undefined) return;
      void navigate({ to: '/w/$workspace/p/$project/setup', params: { workspace, project } });
    },
    options,
  );
}
