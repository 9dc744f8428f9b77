import { lazy } from 'react';
import type { ComponentType } from 'react';

/**
 * A component in a file of its own that can be sent for before it is drawn. One that has arrived by then
 * is drawn at once: `lazy` alone would show its fallback first, and React keeps that for 300 ms.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  const preload = (): Promise<ComponentType<Props>> =>
    (loading ??= load().then((part) => (loaded = part)));
  const Late = lazy(async () => ({ default: await preload() })) as unknown as ComponentType<Props>;
  const Part = (props: Props) => {
    const Now = loaded ?? Late;
    return <Now {...props} />;
  };
  return { Part, preload };
}
