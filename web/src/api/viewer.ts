import { createContext, useContext } from 'react';
import { graphql } from '../gql/index.ts';
import type { ViewerQuery } from '../gql/graphql.ts';

export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      permissions
      user {
        id
        name
        email
      }
      workspace {
        id
        uuid
        name
      }
      workspaces {
        id
        uuid
        name
      }
    }
  }
`);

export type Viewer = ViewerQuery['viewer'];
export type ViewerWorkspace = Viewer['workspaces'][number];

export interface WorkspaceScope {
  viewer: Viewer;
  workspace: ViewerWorkspace;
}

export const WorkspaceContext = createContext<WorkspaceScope | undefined>(undefined);

/** The workspace of the address and who is looking at it. */
export function useWorkspace(): WorkspaceScope {
  const scope = useContext(WorkspaceContext);
  if (!scope) throw new Error('useWorkspace is used outside of a workspace page');
  return scope;
}
