import { newId } from './ids';
import type { Context } from './wire';
import { read, write, type Stored } from './storage';

const SESSION = 30 * 60000;

/**
 * The visitor's record after an event at `now`: her session goes on, or a new one begins after 30 minutes of
 * inactivity. Read afresh each time, because another tab may have moved it on. `passive` time (nobody touched
 * anything) keeps no session alive and begins none: then there is nothing to return.
 */
export const touch = (now: number, arrival: Context, passive?: boolean, paying?: boolean): Stored | undefined => {
  const known = read();
  const current = known && now - known.t < SESSION;
  if (passive) return current ? known : undefined;
  const stored: Stored = current
    ? { ...known, t: now, p: paying ?? known.p }
    : { v: known ? known.v : newId(), s: newId(), t: now, a: {} };
  // A new campaign within a session replaces the one she arrived with; a page without one keeps it.
  if (!current || arrival.campaign) stored.a = arrival;
  write(stored);
  return stored;
};
