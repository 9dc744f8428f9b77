import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useWorkspace } from '../api/viewer.ts';
import { lazyPart } from '../lib/lazy-part.tsx';
import { Skeleton } from '../ui/States.tsx';
import { idIn } from './pasted-id.ts';

const { Part: ComparePage } = lazyPart(
  async () => (await import('../features/compare/ComparePage.tsx')).ComparePage,
);

const route = getRouteApi('/w/$workspace/compare-traces');

/** `/w/$workspace/compare-traces`: two traces side by side. */
export function CompareTraces() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { workspace } = useWorkspace();
  return (
    <Suspense fallback={<Skeleton lines={[34, 52, 0, 72, 58, 50, 64, 46]} />}>
      <ComparePage
        search={search}
        parseId={idIn}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        renderTraceLink={(traceUuid, label) => (
          <Link
            to="/w/$workspace/t/$traceUuid"
            params={{ workspace: workspace.name, traceUuid }}
            search={{}}
          >
            {label}
          </Link>
        )}
      />
    </Suspense>
  );
}
