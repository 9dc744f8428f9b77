import { remember, remembered } from './remember.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function currentTheme(): Theme {
  const kept = remembered<string>('theme', 'system');
  return themes.find((theme) => theme === kept) ?? 'system';
}

/** Takes effect at once; `public/theme.js` does the same before the first paint of the next visit. */
export function applyTheme(theme: Theme): void {
  remember('theme', theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
