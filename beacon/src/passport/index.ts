import { now, safe } from '../guard';
import { json } from '../json';
import { read } from '../storage';
import { data, server } from '../tag';

// For a house with shops in several regions: carries a visitor's passport from one shop to another, at her wish. It travels
// in the fragment of the address, which reaches no server, no log and no referrer, and is taken out of it at once.

const NAME = 'overture-passport=';

/** A try follows another after so many milliseconds, and more each time. */
const PAUSE = 1000;
const TRIES = 5;

/** What she came with, until it is honoured or refused for good. */
let carried: string | undefined;

const parts = location.hash.slice(1).split('&');
const found = parts.find((part) => part.startsWith(NAME));
if (found) {
  carried = found.slice(NAME.length);
  const rest = parts.filter((part) => part != found).join('&');
  history.replaceState(history.state, '', location.pathname + location.search + (rest && '#' + rest));
}

/** Who speaks, as a beacon says; whether she consented, the server knows by her beacons, and decides. */
const speaker = () => {
  const stored = read();
  return (
    stored && {
      site: data.site,
      visitor: stored.v,
      session: stored.s,
      sentAt: now(),
      consent: { analytics_storage: 'granted', personalization_storage: 'granted' },
    }
  );
};

const post = (path: string, more: object) =>
  fetch(server + '/v1/passport' + path, { method: 'POST', body: json({ ...speaker(), ...more }), credentials: 'omit' });

/** The address with a passport in it, or, where none is to be had, as it is: a link never fails for it. */
const carry = async (url: string, to?: string): Promise<string> => {
  try {
    const answer = speaker() && (await post('', { to }));
    if (!answer?.ok) return url;
    const { passport } = await answer.json();
    const target = new URL(url, location.href);
    target.hash = (target.hash && target.hash + '&') + NAME + passport;
    return target.href;
  } catch {
    return url;
  }
};

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Shows what she came with. True once it is honoured; false: there is none, or it is refused. Call it with her consent. */
const take = async (): Promise<boolean> => {
  for (let tried = 0; carried && tried < TRIES; tried++) {
    if (tried) await wait(PAUSE * 2 ** (tried - 1));
    try {
      // Her first beacon may be on its way still: until it is there nobody knows that she consented.
      const answer = speaker() && (await post('/honour', { passport: carried }));
      if (!answer) continue;
      if (answer.ok) {
        carried = undefined;
        return true;
      }
      if (answer.status != 403 && answer.status != 429 && answer.status < 500) carried = undefined;
    } catch {
      // A network that fails may come back.
    }
  }
  return false;
};

/** The other script replaces its stub when it comes. */
const attach = safe(() => {
  const overture = ((window as any).overture ||= (...args: unknown[]) => {
    const stub = (window as any).overture;
    (stub.q ||= []).push(args);
  });
  overture.passport = { carry, take };
});

attach();
addEventListener('load', attach);
