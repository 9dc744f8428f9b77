import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWorkspace } from '../api/viewer.ts';
import type { ListSelection } from '../features/runs/ListPage.tsx';
import { ExportDialog } from '../features/settings/exports/ExportDialog.tsx';
import { DeleteRunsDialog } from '../features/settings/jobs/DeleteRunsDialog.tsx';
import type { DeletionTarget } from '../features/settings/jobs/DeleteRunsDialog.tsx';
import type { ExportRunsInput } from '../gql/graphql.ts';
import { t } from '../i18n/index.ts';

type JsonObject = Record<string, unknown>;

interface SelectionActionsProps {
  selection: ListSelection;
  /** The list shows traces: what matches are roots. */
  areTraces: boolean;
}

/** Exports or deletes the ticked runs of a list, or all that match. */
export function SelectionActions({ selection, areTraces }: SelectionActionsProps) {
  const { viewer } = useWorkspace();
  const [open, setOpen] = useState<'export' | 'delete'>();
  const { filter, timeRange } = matchOf(selection, areTraces);
  const close = () => setOpen(undefined);
  return (
    <>
      {viewer.permissions.includes('runs:export') ? (
        <button type="button" className="button" onClick={() => setOpen('export')}>
          <Download size={14} aria-hidden />
          {t('retention.export')}
        </button>
      ) : null}
      {viewer.permissions.includes('runs:delete') ? (
        <button type="button" className="button button-danger" onClick={() => setOpen('delete')}>
          <Trash2 size={14} aria-hidden />
          {t('retention.delete')}
        </button>
      ) : null}
      {open === 'export' ? (
        <ExportDialog
          projectId={selection.projectId}
          filter={filter}
          timeRange={timeRange}
          onClose={close}
        />
      ) : open === 'delete' ? (
        <DeleteRunsDialog
          target={targetOf(selection, areTraces)}
          onClose={close}
          onDeleted={() => undefined}
        />
      ) : null}
    </>
  );
}

/** The same runs as a filter, which an export takes. */
function matchOf({ matching, runUuids }: ListSelection, areTraces: boolean) {
  if (!matching) return { filter: { id: { in: [...runUuids] } }, timeRange: null };
  const filter = (matching.filter ?? {}) as JsonObject;
  return {
    filter: areTraces ? { and: [filter, { isRoot: true }] } : filter,
    timeRange: (matching.timeRange ?? null) as ExportRunsInput['timeRange'],
  };
}

function targetOf(selection: ListSelection, areTraces: boolean): DeletionTarget {
  const { projectId, runUuids, matching } = selection;
  if (matching) return { runs: { projectId, ...matchOf(selection, areTraces) } };
  return { runs: { projectId, [areTraces ? 'traceUuids' : 'runUuids']: [...runUuids] } };
}

/** Deletes everything of a user of the project. */
export function UserActions({ userId, projectId }: { userId: string; projectId: string }) {
  const { viewer } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  if (!viewer.permissions.includes('runs:delete')) return null;
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-danger"
        onClick={() => setIsOpen(true)}
      >
        {t('retention.delete')}
      </button>
      {isOpen ? (
        <DeleteRunsDialog
          target={{ runs: { projectId, userIds: [userId] } }}
          onClose={() => setIsOpen(false)}
          onDeleted={() => undefined}
        />
      ) : null}
    </>
  );
}
