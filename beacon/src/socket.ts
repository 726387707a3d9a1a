import { later, safe } from './guard';
import { backoff, shardOf } from './ids';
import type { Head, Inbound } from './wire';

/** Codes after which another attempt would meet the same answer. */
const FINAL = [4400, 4401, 4403];
const PATIENCE = 10000;

/** One connection at a time: greets with the current head, waits for its welcome, comes back with full jitter. */
export const createSocket = (
  server: string,
  head: () => Head | undefined,
  receive: (frame: Inbound) => void,
  lost: () => void,
) => {
  let socket: WebSocket | undefined;
  let ready = false;
  let greeted: Head | undefined;
  let barred = false;
  let attempt = 0;
  let awaited = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;

  const write = (frame: object) => socket!.send(JSON.stringify(frame));

  const greet = (as: Head) => {
    if (as != greeted) write({ type: 'hello', ...(greeted = as) });
  };

  const expect = (more: number) => {
    awaited = Math.max(0, awaited + more);
    clearTimeout(watch);
    if (awaited) watch = later(() => drop(true), PATIENCE);
  };

  /** Lets go at once: a half-open connection may take minutes to report its own close. */
  const drop = (again?: boolean) => {
    clearTimeout(timer);
    clearTimeout(watch);
    const gone = socket;
    socket = greeted = undefined;
    ready = false;
    awaited = 0;
    if (again && !barred) timer = later(open, backoff(++attempt));
    if (!gone) return;
    gone.close();
    lost();
  };

  const open = () => {
    const as = head();
    if (socket || barred || !as) return;
    clearTimeout(timer);
    const mine = (socket = new WebSocket(
      server.replace(/^http/, 'ws') + '/v1/visitor?s=' + shardOf(as.visitor),
      'overture.v1',
    ));
    timer = later(() => drop(true), PATIENCE);
    mine.onopen = safe(() => {
      if (socket == mine) greet(head() || as);
    });
    mine.onclose = safe(({ code }: CloseEvent) => {
      if (socket != mine) return;
      barred = FINAL.includes(code);
      drop(true);
    });
    mine.onmessage = safe(({ data }: MessageEvent) => {
      if (socket != mine) return;
      const frame = JSON.parse(data) as Inbound;
      if (frame.type == 'welcome') {
        clearTimeout(timer);
        ready = true;
        attempt = 0;
      }
      if (frame.type == 'ack' || frame.type == 'error') expect(-1);
      if (frame.type == 'go_away')
        timer = later(() => {
          drop();
          open();
        }, frame.reconnectAfter);
      receive(frame);
    });
  };

  return {
    _open: open,
    _close: () => drop(),
    /** Says who speaks, if that changed since the last `hello`. */
    _greet(as: Head) {
      if (ready) greet(as);
    },
    /** Sends a frame if it can; an `acked` one that stays unanswered ends the connection. */
    _send(frame: object, acked: boolean): boolean {
      if (!ready) return false;
      write(frame);
      if (acked) expect(1);
      return true;
    },
  };
};
