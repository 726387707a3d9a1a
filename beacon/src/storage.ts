import type { Context } from './wire';

/** All that is ever stored, under one key, so that erasing is one call. Written only once consent is given. */
export interface Stored {
  /** visitor */
  v: string;
  /** session */
  s: string;
  /** last activity */
  t: number;
  /** referrer and campaign she arrived with in this session */
  a: Context;
  /** a payment is under way */
  p?: boolean | undefined;
}

const KEY = 'overture';

/** Where a browser refuses storage, one page load is all we know of her. */
let fallback: string | null = null;

export const read = (): Stored | undefined => {
  try {
    fallback = localStorage.getItem(KEY);
  } catch {
    // A private window or a blocked origin: the page's own memory serves.
  }
  try {
    const stored = JSON.parse(fallback!) as Stored;
    // Whatever else writes under our key must not become a wrong identifier on the wire.
    if (/^[\w-]{22,64}$/.test(stored.v) && /^[\w-]{22,64}$/.test(stored.s)) return stored;
  } catch {
    // Unreadable is the same as absent.
  }
  return undefined;
};

export const write = (stored: Stored): void => {
  fallback = JSON.stringify(stored);
  try {
    localStorage.setItem(KEY, fallback);
  } catch {
    // As above.
  }
};

export const erase = (): void => {
  fallback = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
};
