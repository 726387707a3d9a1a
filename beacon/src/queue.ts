import { alarm, now } from './guard';
import { head } from './head';
import { post } from './http';
import { backoff, newId, shardOf } from './ids';
import { bytes, json } from './json';
import { live } from './link';
import { plain } from './normalise';
import { server } from './tag';
import { watch } from './watch';
import type { Batch, BeaconEvent, Head } from './wire';

const LINGER = 1000;
const MOST_EVENTS = 100;
const MOST_QUEUED = 500;
/** With its head a batch stays below 32 KiB: half of what browsers allow all keepalive requests of a page together. */
const MOST_BYTES = 28 * 1024;

let source = newId();
let seq = 0;
let waiting: BeaconEvent[] = [];
/** Whose the waiting events are. */
let speaker: Head | undefined;
/** Formed and numbered, oldest first, each until it is acknowledged. */
let unacked: Batch[] = [];
/** One is under way, or the time for its next attempt has not come. */
let busy = false;
let attempt = 0;

/** Whether `head` goes on with the visit that the waiting events are of; a session has one visitor. */
const goesOn = () => head?.session == speaker?.session;

/** Moves the first waiting events into a batch, said by the one they happened to. */
const form = () => {
  const events: BeaconEvent[] = [];
  for (const event of waiting) (live ? live.mend : plain)(event, MOST_BYTES);
  while (waiting[0] && events.length < MOST_EVENTS && (!events[0] || bytes([events, waiting[0]]) < MOST_BYTES))
    events.push(waiting.shift()!);
  watch('events', events);
  if (events[0]) unacked.push({ head: goesOn() ? head! : speaker!, source, seq: ++seq, events });
};

const send = async ({ head, source, seq, events }: Batch, leaving?: boolean) => {
  const body = json({ ...head, source, seq, events, sentAt: now() });
  const [status, ms] = await post(server + '/v1/beacons?s=' + shardOf(head.visitor), body, leaving);
  if (status && status < 500 && status != 429) {
    // Refused is settled too: the same beacon again would meet the same answer.
    settle({ source, seq }, status);
  } else retry(ms);
};

/** Sends what is due, by socket where it can be. */
const pump = () => {
  if (busy) return;
  if (!unacked[0]) form();
  const batch = unacked[0];
  if (!batch) return;
  busy = true;
  wake();
  if (!batch._stuck && live?.carry(batch)) batch._stuck = true;
  else send(batch);
};

const wake = alarm(() => {
  busy = false;
  pump();
});

/** A socket is there: it takes over what hangs or pauses elsewhere, under the same number. */
export const resume = (): void => wake(0);

/** Stays busy until it is time to try again. */
const retry = (ms?: number) => wake(ms || backoff(++attempt));

/** The server takes `(source, seq)` again `ms` from now. */
export const postpone = (seq?: number, ms?: number): void => {
  if (!seq) return;
  for (const batch of unacked) batch._stuck = false;
  retry(ms);
};

/** An acknowledgement or a final refusal of `(source, seq)`. */
export const settle = (said: { source?: string; seq?: number; errors?: unknown }, answer: unknown): void => {
  const { source, seq } = said;
  if (!seq) return;
  unacked = unacked.filter((batch) => batch.source != source || batch.seq != seq || void watch('batch', batch, answer, said));
  busy = false;
  attempt = 0;
  wake(unacked[0] ? 0 : LINGER);
};

/** The socket went away, and with it the answer that was awaited. */
export const lost = (): void => {
  if (busy) retry();
};

export const add = (event: BeaconEvent, urgent: boolean): void => {
  // What happened to somebody else, or in another session, is not said in this one's name.
  if (!goesOn()) while (waiting[0]) form();
  speaker = head;
  waiting.push(event);
  if (waiting.length > MOST_QUEUED) waiting.shift();
  if (urgent) pump();
  else if (!busy && !waiting[1]) wake(LINGER);
};

/** The page may not come back: everything goes now, by requests that outlive it. */
export const flush = (): void => {
  if (!unacked[2]) form();
  for (const batch of unacked) send(batch, true);
};

/** Forgets all that waits. What follows is another source. */
export const forget = (): void => {
  waiting = [];
  unacked = [];
  speaker = undefined;
  source = newId();
  seq = 0;
  busy = false;
};

/** Forgets all but one last word: that `head` withdraws her consent. */
export const withdraw = (denied: Head): void => {
  const last = { head: denied, source, seq: ++seq, events: [] };
  forget();
  unacked = [last];
  pump();
};
