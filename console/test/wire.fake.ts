import { vi } from 'vitest';
import { Link, type Outside } from '../src/link/link';
import { Store } from '../src/state/store';
import type { Inbound } from '../src/wire';
import { NOW } from './scenes';

/** A desk at the other end of a wire that can be cut, and a clock that stands still. */
export class FakeSocket {
  readonly sent: any[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {}
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
  }
  say(frame: Inbound) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  drop(code = 1006) {
    this.onclose?.({ code });
  }
  of(type: string) {
    return this.sent.filter((frame) => frame.type == type);
  }
  welcome() {
    this.onopen?.();
    this.say({
      type: 'welcome',
      advisor: { id: 'claire', name: 'Claire', desk: 'paris' },
      presence: 'available',
      capacity: 3,
      serverTime: Date.now(),
      heartbeat: 25_000,
    });
    this.answer();
  }
  /** Acknowledges everything that waits for it. */
  answer() {
    for (const { ref, type } of this.sent) if (type != 'hello') this.say({ type: 'ack', ref });
  }
}

/** A console without a screen. `random` is 1, so that every delay is at its bound. */
export const connect = async (change: Partial<Outside> = {}) => {
  vi.useFakeTimers({ now: NOW });
  const sockets: FakeSocket[] = [];
  const store = new Store();
  const asked: string[] = [];
  const link = new Link(store, 'wss://house.example/v1/advisor', {
    socket: (url, protocols) => {
      const socket = new FakeSocket(url, protocols);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    authorization: async () => 'Bearer a.b.c',
    isKnown: async (authorization) => {
      asked.push(authorization);
      return true;
    },
    random: () => 1,
    now: Date.now,
    ...change,
  });
  await vi.advanceTimersByTimeAsync(0);
  return { store, link, sockets, asked, socket: () => sockets.at(-1)! };
};

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
