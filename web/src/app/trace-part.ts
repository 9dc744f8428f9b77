import { lazyPart } from '../lib/lazy-part.tsx';

export const { Part: TraceView, preload: preloadTrace } = lazyPart(
  async () => (await import('../features/trace/TraceView.tsx')).TraceView,
);

// Opened by its address, the page of a trace is on its way while the viewer is still asked for.
if (/^\/w\/[^/]+\/t\//.test(window.location.pathname)) void preloadTrace();
