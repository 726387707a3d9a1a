import { safe } from './guard';
import { json } from './json';
import type { Context } from './wire';

/** All that is ever stored, under one key, so that erasing is one word. Written only once consent is given. */
export interface Stored {
  /** visitor */
  v: string;
  /** session */
  s: string;
  /** last activity */
  t: number;
  /** how she arrived in this session; under `a` an earlier release kept what the contract may refuse */
  w: Context;
  /** a payment is under way */
  p?: boolean | undefined;
  /** known as a client in this session */
  k?: boolean | undefined;
}

/** Where a browser refuses storage, or somebody else's words lie under our key, the page's own memory serves. */
let memory: Stored | undefined;

const ID = /^[\w-]{22,64}$/;

/** What is stored if it is ours; null if it is not. */
const stored = (): Stored | undefined | null => {
  const found = localStorage.overture;
  if (!found) return;
  try {
    const read = JSON.parse(found);
    if (ID.test(read.v) && ID.test(read.s)) return read;
  } catch {
    // Not ours.
  }
  return null;
};

export const read = (): Stored | undefined => {
  try {
    return memory || stored() || undefined;
  } catch {
    return;
  }
};

export const write = (next: Stored): void => {
  memory = next;
  try {
    if (stored() !== null) {
      localStorage.overture = json(next);
      // A storage that takes everything and keeps nothing is none.
      if (stored()) memory = undefined;
    }
  } catch {
    // Full, or none.
  }
};

/** Erases what a conversation keeps in this tab, and with `all` whom every tab speaks for. */
export const erase = (all: boolean): void => {
  memory = undefined;
  safe(() => {
    if (all && stored()) delete localStorage.overture;
  })();
  safe(() => {
    delete sessionStorage.overture;
  })();
};
