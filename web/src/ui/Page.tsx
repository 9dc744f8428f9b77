import type { ReactNode } from 'react';
import { useEffect } from 'react';

interface PageProps {
  title: ReactNode;
  /** The name of the browser's tab. */
  tabTitle: string;
  /** What stands beside the title at its right. */
  actions?: ReactNode;
  /** `full`: the content scrolls by itself up to the edges. */
  variant?: 'reading' | 'full';
  children: ReactNode;
}

/** A page: its title high up, then what it is about. */
export function Page({ title, tabTitle, actions, variant = 'reading', children }: PageProps) {
  useTabTitle(tabTitle);
  return (
    <div className="page" data-variant={variant}>
      <header className="page-head">
        <h1>{title}</h1>
        <span className="spacer" />
        {actions}
      </header>
      {children}
    </div>
  );
}

export function useTabTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Runlight' : `${title.slice(0, 120)} · Runlight`;
  }, [title]);
}
