import { Component } from 'react';
import type { ReactNode } from 'react';
import { ErrorState } from './States.tsx';

interface BoundaryProps {
  /** Another place is another try. */
  place: string;
  children: ReactNode;
}

/** Keeps a broken view from taking the page with it. */
export class ErrorBoundary extends Component<BoundaryProps, { error: unknown; place: string }> {
  override state = { error: undefined as unknown, place: this.props.place };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  static getDerivedStateFromProps(
    props: BoundaryProps,
    state: { error: unknown; place: string },
  ): { error: unknown; place: string } | null {
    return props.place === state.place ? null : { error: undefined, place: props.place };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <ErrorState error={error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
