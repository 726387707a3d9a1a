import { alarm } from './guard';
import { head } from './head';
import { post } from './http';
import { backoff, newId, shardOf } from './ids';
import { carry } from './socket';
import { server } from './tag';
import type { Batch, BeaconEvent, Head } from './wire';

const LINGER = 1000;
const MOST_EVENTS = 100;
const MOST_QUEUED = 500;
/** With its head a batch stays below 32 KiB: half of what browsers allow all keepalive requests of a page together. */
const MOST_BYTES = 28 * 1024;

let source = newId();
let seq = 0;
let waiting: BeaconEvent[] = [];
/** Formed and numbered, oldest first, each until it is acknowledged. */
let unacked: Batch[] = [];
/** One is under way, or the time for its next attempt has not come. */
let busy = false;
let attempt = 0;

const bytes = (value: unknown) => new Blob([JSON.stringify(value)]).size;

/** Moves the first waiting events into a batch, said by whoever speaks now. */
const form = () => {
  const events: BeaconEvent[] = [];
  while (waiting[0] && events.length < MOST_EVENTS && (!events[0] || bytes([events, waiting[0]]) < MOST_BYTES))
    events.push(waiting.shift()!);
  if (events[0]) unacked.push({ head: head!, source, seq: ++seq, events });
};

const send = async ({ head, ...batch }: Batch, leaving?: boolean) => {
  const body = JSON.stringify({ ...head, ...batch, sentAt: Date.now() });
  const outcome = await post(server + '/v1/beacons?s=' + shardOf(head.visitor), body, leaving);
  if (outcome === true) settle(batch);
  else retry(outcome);
};

/** Sends what is due, by socket where it can be. */
const pump = () => {
  if (busy) return;
  if (!unacked[0]) form();
  const batch = unacked[0];
  if (!batch) return;
  busy = true;
  wake();
  if (!carry(batch)) send(batch);
};

const wake = alarm(() => {
  busy = false;
  pump();
});

/** A socket is there: it takes over what hangs or pauses elsewhere, under the same number. */
export const resume = (): void => wake(0);

/** Stays busy until it is time to try again. */
const retry = (ms?: number) => wake(ms || backoff(++attempt));

/** An acknowledgement or a final refusal of `(source, seq)`; with `again`, the server takes it `ms` from now. */
export const settle = ({ source, seq }: { source?: string; seq?: number }, again?: boolean, ms?: number): void => {
  if (!seq) return;
  if (again) return retry(ms);
  unacked = unacked.filter((batch) => batch.source != source || batch.seq != seq);
  busy = false;
  attempt = 0;
  wake(unacked[0] ? 0 : LINGER);
};

/** The socket went away, and with it the answer that was awaited. */
export const lost = (): void => {
  if (busy) retry();
};

export const add = (event: BeaconEvent, urgent: boolean): void => {
  // A list too long for a batch is shortened, not refused whole.
  const items = event.params.items as unknown[];
  while (items?.length && bytes(event) > MOST_BYTES) items.length >>= 1;
  waiting.push(event);
  if (waiting.length > MOST_QUEUED) waiting.shift();
  if (urgent) pump();
  else if (!busy && !waiting[1]) wake(LINGER);
};

/** The page may not come back: everything goes now, by requests that outlive it. */
export const flush = (): void => {
  if (!unacked[2]) form();
  unacked.forEach((batch) => send(batch, true));
};

/** Forgets all but one last word: that `head` withdraws her consent. What follows is another source. */
export const withdraw = (denied: Head): void => {
  waiting = [];
  unacked = [{ head: denied, source, seq: ++seq, events: [] }];
  source = newId();
  seq = 0;
  busy = false;
  pump();
};
