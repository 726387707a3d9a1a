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

export const read = (): Stored | 0 => JSON.parse(store.overture || 0);

export const write = (stored: Stored): void => {
  store.overture = JSON.stringify(stored);
};

export const erase = (): void => {
  delete store.overture;
  // What a conversation keeps in this tab.
  delete sessionStorage.overture;
};
