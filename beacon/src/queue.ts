import { later } from './guard';
import { post } from './http';
import { backoff, newId, shardOf } from './ids';
import type { Batch, BeaconEvent, Head } from './wire';

const LINGER = 1000;
const MOST_EVENTS = 100;
const MOST_QUEUED = 500;
/** Half of what browsers allow to all keepalive requests of a page together. */
const MOST_BYTES = 32 * 1024;
const HEAD_BYTES = 4096;

const bytes = (value: unknown) => new Blob([JSON.stringify(value)]).size;

/**
 * Events in order, as batches numbered from 1 for this page load's `source`, one under way at a time and each until it
 * is acknowledged. `viaSocket` takes a batch if it can; otherwise it is posted.
 */
export const createQueue = (server: string, viaSocket: (batch: Batch) => boolean) => {
  let source = newId();
  let seq = 0;
  let waiting: [Head, BeaconEvent][] = [];
  let unacked: Batch[] = [];
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let pausedUntil = 0;

  const wake = (ms: number) => {
    clearTimeout(timer);
    timer = later(pump, ms);
  };

  /** Moves the first waiting events that share a head into a batch. */
  const form = () => {
    const [first] = waiting;
    if (!first) return;
    const events: BeaconEvent[] = [];
    let room = MOST_BYTES - HEAD_BYTES;
    while (waiting[0] && waiting[0][0] == first[0] && events.length < MOST_EVENTS) {
      room -= bytes(waiting[0][1]) + 1;
      if (room < 0 && events.length) break;
      events.push(waiting.shift()![1]);
    }
    unacked.push({ head: first[0], source, seq: ++seq, events });
  };

  const send = async (batch: Batch, leaving?: boolean) => {
    const { head, ...rest } = batch;
    const url = server + '/v1/beacons?s=' + shardOf(head.visitor);
    const outcome = await post(url, JSON.stringify({ ...head, ...rest, sentAt: Date.now() }), leaving);
    if (outcome == 'done') done(batch);
    else retry(outcome.retryAfter);
  };

  const pump = () => {
    timer = undefined;
    const pause = pausedUntil - Date.now();
    if (busy) return;
    if (pause > 0) return wake(pause);
    if (!unacked[0]) form();
    const [batch] = unacked;
    if (!batch) return;
    busy = true;
    if (!viaSocket(batch)) send(batch);
  };

  const done = (batch?: Batch) => {
    const at = unacked.indexOf(batch!);
    if (at < 0) return;
    unacked.splice(at, 1);
    attempt = 0;
    if (at) return;
    busy = false;
    if (unacked[0]) pump();
    else if (waiting[0]) wake(LINGER);
  };

  const retry = (ms?: number) => {
    busy = false;
    const pause = ms || backoff(++attempt);
    pausedUntil = Date.now() + pause;
    wake(pause);
  };

  const find = (source?: string, seq?: number) => unacked.find((batch) => batch.source == source && batch.seq == seq);

  return {
    _add(head: Head, event: BeaconEvent, urgent: boolean) {
      // A list longer than a batch is shortened, never refused whole.
      const { items } = event.params;
      while (Array.isArray(items) && items[0] && bytes(event) > MOST_BYTES - HEAD_BYTES) items.length >>= 1;
      waiting.push([head, event]);
      if (waiting.length + unacked.reduce((n, batch) => n + batch.events.length, 0) > MOST_QUEUED) waiting.shift();
      if (urgent) pump();
      else if (!timer && !busy) wake(LINGER);
    },

    /** An `ack` or a final refusal for `(source, seq)`. */
    _done: (source?: string, seq?: number) => done(find(source, seq)),

    /** The server will take `(source, seq)` later, `ms` from now. */
    _later(source?: string, seq?: number, ms?: number) {
      if (find(source, seq)) retry(ms);
    },

    /** The socket went away, and with it the answer that was awaited. */
    _lost() {
      if (busy) retry();
    },

    /** The socket is there: what was paused for want of a connection goes now. */
    _pump: pump,

    /** The page may not come back: everything goes now, by requests that outlive it. */
    _flush() {
      while (waiting[0] && unacked.length < 3) form();
      unacked.slice(0, 3).forEach((batch) => send(batch, true));
    },

    /** Forgets all, but for one last word: that `head` withdraws her consent. What follows is another source. */
    _withdraw(head: Head) {
      waiting = [];
      unacked = [{ head, source, seq: ++seq, events: [] }];
      source = newId();
      seq = pausedUntil = 0;
      busy = false;
      pump();
    },
  };
};
