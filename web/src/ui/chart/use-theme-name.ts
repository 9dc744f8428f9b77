import { useSyncExternalStore } from 'react';

/** The theme that is drawn, for what cannot take its colours from the style sheet. */
export function useThemeName(): string {
  return useSyncExternalStore(subscribe, read);
}

function read(): string {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ?? (query().matches ? 'dark' : 'light');
}

function query(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const media = query();
  media.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', onChange);
  };
}
