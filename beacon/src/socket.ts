import { alarm, safe } from './guard';
import { head } from './head';
import { backoff, shardOf } from './ids';
import { server } from './tag';
import type { Batch, Head, Inbound } from './wire';

/** How long a welcome or an acknowledgement may take before the connection counts as dead. */
const PATIENCE = 10000;

let socket: WebSocket | undefined;
let ready = false;
let greeted: Head | undefined;
let barred = false;
let attempt = 0;
let awaited = 0;
let receive: (frame: Inbound) => void;
let lost: () => void;

const write = (frame: object) => socket!.send(JSON.stringify(frame));

const hello = (as: Head) => {
  if (as != greeted) write({ type: 'hello', ...(greeted = as) });
};

const expect = (more: number) => {
  awaited = Math.max(0, awaited + more);
  overdue(awaited ? PATIENCE : undefined);
};

/** Lets go at once: a half-open connection may take minutes to report its own close. */
export const close = (): void => {
  const gone = socket;
  socket = greeted = undefined;
  ready = false;
  awaited = 0;
  renew();
  overdue();
  if (gone) {
    gone.onclose = gone.onmessage = null;
    gone.close();
    lost();
  }
};

const reopen = () => {
  close();
  if (!barred) renew(backoff(++attempt));
};

/** Connects, unless there is a connection, nobody to speak for, or a server that refused this site for good. */
export const open = (): void => {
  if (socket || barred || !head) return;
  socket = new WebSocket(server.replace('http', 'ws') + '/v1/visitor?s=' + shardOf(head.visitor), 'overture.v1');
  overdue(PATIENCE);
  socket.onopen = safe(() => hello(head!));
  socket.onclose = safe(({ code }) => {
    // 4400, 4401, 4403: another attempt would meet the same answer.
    barred = code > 4399 && code < 4404;
    reopen();
  });
  socket.onmessage = safe(({ data }) => {
    const frame: Inbound = JSON.parse(data);
    const { type } = frame;
    if (type == 'welcome') {
      overdue();
      ready = true;
      attempt = 0;
    }
    if (ready && (type == 'ack' || type == 'error')) expect(-1);
    if (type == 'go_away') renew(frame.reconnectAfter);
    receive(frame);
  });
};

const overdue = alarm(reopen);
const renew = alarm(() => {
  close();
  open();
});

/** Says who speaks, if that changed since the last `hello`. */
export const greet = (): void => {
  if (ready) hello(head!);
};

/** Greets again, so that the server says again what is open. */
export const again = (): void => {
  greeted = undefined;
  greet();
};

/** Sends a frame if it can. One that is to be `acked` and stays without an answer ends the connection. */
export const send = (frame: object, acked: boolean): boolean => {
  if (ready) {
    write(frame);
    if (acked) expect(1);
  }
  return ready;
};

/** Takes a batch if it can, saying first whose it is. */
export const carry = ({ head, ...batch }: Batch): boolean => {
  if (ready) hello(head);
  return send({ type: 'beacon', ...batch, sentAt: Date.now() }, true);
};

export const listen = (received: typeof receive, gone: typeof lost): void => {
  receive = received;
  lost = gone;
};
