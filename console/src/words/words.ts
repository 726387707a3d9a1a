import { en, type Words } from './en';
import { fr } from './fr';

export type { Words };
export const LANGUAGES = { en, fr };
export type Language = keyof typeof LANGUAGES;

/** The language as its reader's region writes it: a British reader's times are not an American's. */
export const regional = (language: Language, wanted: readonly string[]): string =>
  wanted.find((tag) => tag.slice(0, 2).toLowerCase() == language) ?? language;

/** The first of the reader's languages that is spoken here, else English. */
export const best = (wanted: readonly string[]): Language =>
  wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag): tag is Language => tag in LANGUAGES) ?? 'en';
