import { consent } from './consent';
import { arrival, surroundings } from './context';
import { newId } from './ids';
import { read, write } from './storage';
import { data } from './tag';
import type { Context, Head } from './wire';

const SESSION = 30 * 60000;

/** Who speaks; the same object for as long as nothing of it changes. Absent without consent. */
export let head: Head | undefined;

const came = arrival();

/** What the shop said of her, in this page's memory only. */
export const told: { _client?: string; _context: Context; _paying?: boolean | undefined } = {
  _context: { market: data.market },
};

/**
 * Brings the head up to date at an event: her session goes on, or a new one begins after 30 minutes without activity.
 * Read afresh each time, because another tab may have moved it on. Time in which nobody touched anything (`passive`)
 * keeps no session alive and begins none.
 */
export const speak = (passive?: boolean): Head | undefined => {
  const now = Date.now();
  const said = consent();
  const known = read();
  const current = known && now - known.t < SESSION;
  if (said.analytics_storage == 'denied' || (passive && !current)) return;
  const stored = current ? known : { v: known ? known.v : newId(), s: newId(), t: now, a: came };
  if (!passive) {
    stored.t = now;
    // A new campaign within a session replaces the one she arrived with.
    if (came.campaign) stored.a = came;
    stored.p = told._paying ??= stored.p;
    write(stored);
  }
  const next = {
    site: data.site!,
    visitor: stored.v,
    session: stored.s,
    consent: said,
    client: said.personalization_storage == 'granted' ? told._client : undefined,
    context: { ...surroundings(), ...stored.a, ...told._context },
  };
  return JSON.stringify(next) == JSON.stringify(head) ? head : (head = next);
};

/** She withdrew: nobody speaks any more. The last head is returned for the one beacon that says so. */
export const silence = (): Head => {
  const last = { ...head!, client: undefined, consent: consent() };
  head = undefined;
  return last;
};
