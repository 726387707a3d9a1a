import { best, LANGUAGES, type Language } from './words/words';

const KEPT = 'overture.preferences';

/** How this device's screen is to be; nothing of a client. */
export interface Preferences {
  language: Language;
  theme: 'auto' | 'light' | 'dark';
  notify: boolean;
  /** Single keys as shortcuts: whoever dictates to a machine needs them off (WCAG 2.1.4). */
  keys: boolean;
}

export const readPreferences = (storage: Storage, languages: readonly string[]): Preferences => {
  const given: Preferences = { language: best(languages), theme: 'auto', notify: false, keys: true };
  let kept: Partial<Preferences> = {};
  try {
    kept = JSON.parse(storage.getItem(KEPT) ?? '{}') as Partial<Preferences>;
  } catch {
    storage.removeItem(KEPT);
  }
  const preferences = { ...given, ...kept };
  return preferences.language in LANGUAGES ? preferences : { ...preferences, language: given.language };
};

export const keepPreferences = (storage: Storage, preferences: Preferences): void => storage.setItem(KEPT, JSON.stringify(preferences));
