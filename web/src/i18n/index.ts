import { init, t } from 'i18next';
import { en } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

// Synchronous: the one catalogue is part of the bundle, others would be loaded before the first paint.
void init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  resources: { en: { translation: en } },
  // React escapes what it draws.
  interpolation: { escapeValue: false },
});

/** The words for a key of the catalogue. */
export { t };
