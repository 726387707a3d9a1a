import { alarm, now, safe } from '../guard';
import { backoff, shardOf } from '../ids';
import { json } from '../json';
import type { Batch, Head, Inbound } from '../wire';
import { core } from './core';

/** How long a welcome or an acknowledgement may take before the connection counts as dead. */
const PATIENCE = 10000;
/** A connection that held for as long as this was a good one: the next attempts begin anew. */
const LASTED = 30000;
/** A server that says itself that it has enough counts for so many attempts more. */
const INSISTED = 2;

let socket: WebSocket | undefined;
let ready = false;
let greeted: Head | undefined;
let barred = false;
let attempt = 0;
let awaited = 0;
let receive: (frame: Inbound) => void;

const write = (frame: object) => socket!.send(json(frame));

const hello = (as: Head) => {
  if (as != greeted) write({ type: 'hello', ...(greeted = as), sentAt: now() });
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
  lasting();
  if (gone) {
    gone.onclose = gone.onmessage = null;
    gone.close();
    core.lost();
  }
};

const reopen = () => {
  close();
  if (!barred) renew(backoff(++attempt));
};

/** Connects, unless there is a connection, nobody to speak for, or a server that refused this site for good. */
export const open = (): void => {
  const head = core.head();
  if (socket || barred || !head) return;
  socket = new WebSocket(core.server.replace('http', 'ws') + '/v1/visitor?s=' + shardOf(head.visitor), 'overture.v1');
  overdue(PATIENCE);
  socket.onopen = safe(() => hello(core.head()!));
  socket.onclose = safe(({ code }) => {
    // 4400, 4401, 4403: another attempt would meet the same answer.
    barred = code > 4399 && code < 4404;
    core.tell(barred ? 'refused' : 'socket', code);
    if (code == 1013 || code == 4429) attempt += INSISTED;
    reopen();
  });
  socket.onmessage = safe(({ data }) => {
    const frame: Inbound = JSON.parse(data);
    const { type } = frame;
    if (type == 'welcome') {
      overdue();
      ready = true;
      lasting(LASTED);
      core.tell('socket', type);
    }
    if (ready && (type == 'ack' || type == 'error')) expect(-1);
    if (type == 'go_away') renew(frame.reconnectAfter);
    receive(frame);
  });
};

const overdue = alarm(reopen);
const lasting = alarm(() => {
  attempt = 0;
});
const renew = alarm(() => {
  close();
  open();
});

/** Says who speaks, if that changed since the last `hello`. Somebody else has a connection of her own. */
export const greet = (): void => {
  const head = core.head()!;
  if (greeted && greeted.visitor != head.visitor) renew(0);
  else if (ready) hello(head);
};

/** Greets again, so that the server says again what is open. */
export const again = (): void => {
  if (!ready) return;
  const as = greeted!;
  greeted = undefined;
  hello(as);
};

/** Sends a frame if it can. One that is to be `acked` and stays without an answer ends the connection. */
export const send = (frame: object, acked: boolean): boolean => {
  if (ready) {
    write(frame);
    if (acked) expect(1);
  }
  return ready;
};

/** Takes a batch if it can, saying first whose it is; on the connection of one visitor nothing is said of another. */
export const carry = ({ head, source, seq, events }: Batch): boolean => {
  if (!ready || greeted!.visitor != head.visitor) return false;
  hello(head);
  return send({ type: 'beacon', source, seq, events, sentAt: now() }, true);
};

export const listen = (received: typeof receive): void => {
  receive = received;
};
