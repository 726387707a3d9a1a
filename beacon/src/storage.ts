import type { Context } from './wire';

/** All that is ever stored, under one key, so that erasing is one word. Written only once consent is given. */
export interface Stored {
  /** visitor */
  v: string;
  /** session */
  s: string;
  /** last activity */
  t: number;
  /** how she arrived in this session */
  a: Context;
  /** a payment is under way */
  p?: boolean | undefined;
}

/** Where a browser refuses storage, the page's own memory serves. */
let store: Record<string, any>;
try {
  store = localStorage;
} catch {
  store = {};
}

export const read = (): Stored | undefined => {
  try {
    return JSON.parse(store.overture);
  } catch {
    return; // Unreadable is the same as absent.
  }
};

export const write = (stored: Stored): void => {
  const overture = JSON.stringify(stored);
  try {
    store.overture = overture;
  } catch {
    store = { overture };
  }
};

export const erase = (): void => {
  delete store.overture;
};
