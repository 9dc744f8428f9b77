import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { t } from '../../../i18n/index.ts';
import { oneLine } from '../../../lib/format.ts';
import { Page } from '../../../ui/Page.tsx';
import { CalmState, ErrorState, Skeleton } from '../../../ui/States.tsx';
import { ExportDialog } from '../exports/ExportDialog.tsx';
import { DeleteRunsDialog } from '../jobs/DeleteRunsDialog.tsx';
import { retentionQuery } from './retention-documents.ts';
import { RetentionChoice } from './RetentionChoice.tsx';
import '../jobs/jobs.css';

interface RetentionPageProps {
  canManage: boolean;
  canDelete: boolean;
  canExport: boolean;
}

interface OpenDialog {
  what: 'delete' | 'export';
  project: { id: string; name: string };
}

/** How long the workspace and its projects keep runs. */
export function RetentionPage({ canManage, canDelete, canExport }: RetentionPageProps) {
  const [open, setOpen] = useState<OpenDialog>();
  const { data, error, refetch, fetchMore } = useQuery(retentionQuery, {
    fetchPolicy: 'cache-and-network',
  });
  const onSaved = () => void refetch();
  return (
    <Page title={t('retention.title')} tabTitle={t('retention.title')}>
      <p className="page-lead">{t('retention.lead')}</p>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={[40, 60, 54, 58]} />
      ) : (
        <>
          <section className="retention-section">
            <h2>{t('retention.workspace')}</h2>
            <RetentionChoice
              kept={data.viewer.workspace.retentionDays}
              workspaceDays={data.viewer.workspace.retentionDays}
              canManage={canManage}
              onSaved={onSaved}
            />
            <p className="quiet">{t('retention.workspaceText')}</p>
          </section>
          <section className="retention-section">
            <h2>{t('retention.projects')}</h2>
            {data.projects.nodes.length === 0 ? (
              <CalmState title={t('retention.none')}>
                <p>{t('retention.noneText')}</p>
              </CalmState>
            ) : (
              <div className="table-scroll">
                <table className="plain-table" aria-label={t('retention.projects')}>
                  <thead>
                    <tr>
                      <th scope="col">{t('retention.columns.project')}</th>
                      <th scope="col">{t('retention.columns.kept')}</th>
                      <th scope="col">
                        <span className="sr-only">{t('retention.columns.actions')}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.projects.nodes.map(({ id, name, retention }) => (
                      <tr key={id}>
                        <th scope="row">
                          <bdi>{oneLine(name, 120)}</bdi>
                        </th>
                        <td>
                          <RetentionChoice
                            project={{ id, name: oneLine(name, 120) }}
                            kept={retention.isInherited ? 'inherited' : retention.days}
                            workspaceDays={data.viewer.workspace.retentionDays}
                            canManage={canManage}
                            onSaved={onSaved}
                          />
                        </td>
                        <td className="row-actions">
                          {canExport ? (
                            <button
                              type="button"
                              className="button button-quiet"
                              aria-label={t('retention.exportOf', { name: oneLine(name, 120) })}
                              onClick={() => setOpen({ what: 'export', project: { id, name } })}
                            >
                              {t('retention.export')}
                            </button>
                          ) : null}
                          {canDelete ? (
                            <button
                              type="button"
                              className="button button-quiet button-danger"
                              aria-label={t('retention.deleteOf', { name: oneLine(name, 120) })}
                              onClick={() => setOpen({ what: 'delete', project: { id, name } })}
                            >
                              {t('retention.delete')}
                            </button>
                          ) : null}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            {data.projects.pageInfo.hasNextPage ? (
              <button
                type="button"
                className="button jobs-more"
                onClick={() =>
                  void fetchMore({
                    variables: { after: data.projects.pageInfo.endCursor },
                    updateQuery: (before, { fetchMoreResult: { projects } }) => ({
                      ...before,
                      projects: {
                        ...projects,
                        nodes: [...before.projects.nodes, ...projects.nodes],
                      },
                    }),
                  })
                }
              >
                {t('jobs.more')}
              </button>
            ) : null}
          </section>
        </>
      )}
      {open?.what === 'delete' ? (
        <DeleteRunsDialog
          target={{ project: open.project }}
          onClose={() => setOpen(undefined)}
          onDeleted={onSaved}
        />
      ) : open ? (
        <ExportDialog projectId={open.project.id} onClose={() => setOpen(undefined)} />
      ) : null}
    </Page>
  );
}
