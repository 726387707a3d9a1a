import { consent } from './consent';
import { arrival, said, surroundings } from './context';
import { now } from './guard';
import { newId } from './ids';
import { json } from './json';
import { read, write } from './storage';
import { data } from './tag';
import type { Head } from './wire';

const SESSION = 30 * 60000;

/** Who speaks; the same object for as long as nothing of it changes. Absent without consent. */
export let head: Head | undefined;

const came = arrival();

/** What the shop said of her, in this page's memory only; a client of null has signed out. */
export const told: { _client?: string | null | undefined; _paying?: boolean | undefined } = {};

/**
 * Brings the head up to date at an event: her session goes on, or a new one begins after 30 minutes without activity.
 * Read afresh each time, because another tab may have moved it on. Time in which nobody touched anything (`passive`)
 * keeps no session alive and begins none.
 */
export const speak = (passive?: boolean): Head | undefined => {
  const word = consent();
  const known = read();
  const current = known && Math.abs(now() - known.t) < SESSION;
  if (word.analytics_storage == 'denied' || (passive && !current)) return;
  const stored = current ? known : { v: known ? known.v : newId(), s: newId(), t: now(), w: came };
  const client = word.personalization_storage == 'granted' ? told._client : undefined;
  if (client !== undefined) stored.k = !!client;
  if (!passive) {
    stored.t = now();
    // A new campaign within a session replaces the one she arrived with.
    if (came.campaign) stored.w = came;
    stored.p = told._paying ??= stored.p;
  }
  write(stored);
  const next = {
    site: data.site!,
    visitor: stored.v,
    session: stored.s,
    consent: word,
    client: client || undefined,
    signedOut: client === null || undefined,
    context: { ...surroundings(), ...stored.w, ...said },
  };
  return json(next) == json(head) ? head : (head = next);
};

/** Whether the page has been told nothing of a client who was known in this session on an earlier one. */
export const absent = (): boolean => told._client === undefined && !!read()?.k;

/** What is stored is no longer of whom this page spoke for: withdrawn or cleared elsewhere, or begun anew. */
export const replaced = (): boolean => read()?.v != head?.visitor;

/** She withdrew: nobody speaks any more. The last head is returned for the one beacon that says so. */
export const silence = (): Head => {
  const last = { ...head!, client: undefined, signedOut: undefined, consent: consent() };
  head = undefined;
  return last;
};
