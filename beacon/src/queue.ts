import { alarm } from './guard';
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
let waiting: { _head: Head; _event: BeaconEvent }[] = [];
/** Formed and numbered, oldest first; one is under way at a time, each until it is acknowledged. */
let unacked: Batch[] = [];
let busy = false;
let attempt = 0;
let pausedUntil = 0;

const bytes = (value: unknown) => new Blob([JSON.stringify(value)]).size;

/** Moves the first waiting events that share a head into a batch. */
const form = () => {
  const first = waiting[0];
  if (!first) return;
  const events: BeaconEvent[] = [];
  do events.push(waiting.shift()!._event);
  while (
    waiting[0]?._head == first._head &&
    events.length < MOST_EVENTS &&
    bytes([events, waiting[0]!._event]) < MOST_BYTES
  );
  unacked.push({ head: first._head, source, seq: ++seq, events });
};

const send = async ({ head, ...batch }: Batch, leaving?: boolean) => {
  const body = JSON.stringify({ ...head, ...batch, sentAt: Date.now() });
  const outcome = await post(server + '/v1/beacons?s=' + shardOf(head.visitor), body, leaving);
  if (outcome == 'settled') settle(batch);
  else retry(outcome);
};

const retry = (ms?: number) => {
  const pause = ms || backoff(++attempt);
  busy = false;
  pausedUntil = Date.now() + pause;
  wake(pause);
};

/** Sends what is due, by socket where it can be. */
export const pump = (): void => {
  const pause = pausedUntil - Date.now();
  if (busy) return;
  if (pause > 0) return wake(pause);
  if (!unacked[0]) form();
  const batch = unacked[0];
  if (!batch) return;
  busy = true;
  if (!carry(batch)) send(batch);
};

const wake = alarm(pump);

/** An acknowledgement or a final refusal of `(source, seq)`; with `again`, the server takes it `ms` from now. */
export const settle = (of: { source?: string; seq?: number }, again?: boolean, ms?: number): void => {
  const at = unacked.findIndex((batch) => batch.source == of.source && batch.seq == of.seq);
  if (at < 0) return;
  if (again) return retry(ms);
  unacked.splice(at, 1);
  attempt = 0;
  if (at) return;
  busy = false;
  if (unacked[0]) pump();
  else if (waiting[0]) wake(LINGER);
};

/** The socket went away, and with it the answer that was awaited. */
export const lost = (): void => {
  if (busy) retry();
};

export const add = (head: Head, event: BeaconEvent, urgent: boolean): void => {
  // A list too long for a batch is shortened, not refused whole.
  const items = event.params.items as unknown[];
  while (items?.length && bytes(event) > MOST_BYTES) items.length >>= 1;
  waiting.push({ _head: head, _event: event });
  if (waiting.length > MOST_QUEUED) waiting.shift();
  if (urgent) pump();
  else if (!waiting[1]) wake(LINGER);
};

/** The page may not come back: everything goes now, by requests that outlive it. */
export const flush = (): void => {
  while (waiting[0] && !unacked[2]) form();
  unacked.slice(0, 3).forEach((batch) => send(batch, true));
};

/** Forgets all but one last word: that `head` withdraws her consent. What follows is another source. */
export const withdraw = (head: Head): void => {
  waiting = [];
  unacked = [{ head, source, seq: ++seq, events: [] }];
  source = newId();
  seq = pausedUntil = 0;
  busy = false;
  pump();
};
