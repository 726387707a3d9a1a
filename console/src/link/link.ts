import type { Store } from '../state/store';
import { newId } from '../state/store';
import type { Inbound, Outbound } from '../wire';
import { backoff } from './backoff';
import { carrier } from './carrier';

/** How long a welcome or an answer may take before the connection counts as dead. */
export const PATIENCE = 10_000;
/** How much of the boutique is watched. */
export const MOST = 60;
const HEARTBEAT = 25_000;
/** Between two hellos on one connection, so that nothing can make it say nothing else. */
const HELLO_PAUSE = 1_000;
/** Writing is told of again after this. */
const TYPING_PAUSE = 2_500;
/** As many as the desk takes at once without being hurried. */
const MOST_IN_FLIGHT = 32;

/** Not on any desk's roster: another attempt would meet the same answer. */
const NOT_ON_THE_ROSTER = 4403;

export interface Outside {
  socket(url: string, protocols: string[]): WebSocket;
  /** What `Authorization` says; nobody signed in: undefined. */
  authorization(): Promise<string | undefined>;
  /** Asks the service over HTTP; false when it does not know her any more. */
  isKnown(authorization: string): Promise<boolean>;
  random(): number;
  now(): number;
}

/** Keeps one connection to the desk: greets, sends what is pending, tells the store what arrives, comes back. */
export class Link {
  private readonly device = newId();
  private socket?: WebSocket;
  private welcomed = false;
  private attempt = 0;
  private askFirst = false;
  private stopped = false;
  /** By ref: what this connection was asked and has not answered. */
  private inFlight = new Map<string, number>();
  private heardAt = 0;
  private helloAt = 0;
  private typedAt: Record<string, number> = {};
  private timer?: ReturnType<typeof setTimeout>;
  private readonly pulse: ReturnType<typeof setInterval>;
  private readonly forget: () => void;
  private heartbeat = HEARTBEAT;

  constructor(
    private readonly store: Store,
    private readonly url: string,
    private readonly outside: Outside,
  ) {
    this.forget = store.listen(() => this.flush());
    this.pulse = setInterval(() => this.beat(), 1_000);
    void this.connect();
  }

  /** Ends for good: she signs out. */
  stop(): void {
    this.stopped = true;
    this.forget();
    clearInterval(this.pulse);
    clearTimeout(this.timer);
    this.letGo();
  }

  /** The network says it is back: there is no reason to wait. */
  hurry(): void {
    if (this.socket || this.stopped || this.store.state.link.state != 'lost') return;
    clearTimeout(this.timer);
    void this.connect();
  }

  /** Says that she writes, once in a while. */
  typing(conversation: string): void {
    const now = this.outside.now();
    if (!this.welcomed || now - (this.typedAt[conversation] ?? 0) < TYPING_PAUSE) return;
    this.typedAt[conversation] = now;
    this.write({ type: 'typing', ref: newId(), conversation });
  }

  private async connect(): Promise<void> {
    this.store.dispatch({ type: 'link', link: { state: 'opening' } });
    const authorization = await this.outside.authorization().catch(() => undefined);
    if (this.stopped) return;
    if (authorization === undefined) return this.refuse('signed_out');
    // A browser does not say why an upgrade failed; the service does, asked in the ordinary way.
    if (this.askFirst) {
      const known = await this.outside.isKnown(authorization).catch(() => undefined);
      if (this.stopped) return;
      if (known === false) return this.refuse('signed_out');
      if (known === undefined) return this.retry();
    }
    this.askFirst = true;
    const socket = this.outside.socket(this.url, carrier(authorization));
    this.socket = socket;
    this.heardAt = this.outside.now();
    socket.onopen = () => this.greet();
    socket.onmessage = ({ data }) => this.receive(JSON.parse(data as string) as Inbound);
    socket.onclose = ({ code }) => {
      if (code == NOT_ON_THE_ROSTER) this.refuse('roster');
      else this.retry();
    };
  }

  private receive(frame: Inbound): void {
    this.heardAt = this.outside.now();
    if (frame.type == 'welcome') {
      this.welcomed = true;
      this.attempt = 0;
      this.askFirst = false;
      this.heartbeat = frame.heartbeat ?? HEARTBEAT;
    }
    if ((frame.type == 'ack' || frame.type == 'error') && frame.ref) this.inFlight.delete(frame.ref);
    if (frame.type == 'go_away') this.retry(frame.reconnectAfter);
    else this.store.dispatch({ type: 'frame', frame });
    if (frame.type == 'welcome') this.write({ type: 'watch', ref: newId(), most: MOST });
    this.flush();
  }

  private greet(): void {
    this.helloAt = this.outside.now();
    const talks = Object.values(this.store.state.talks).map(({ id, epoch, offset }) => ({ id, epoch, offset }));
    this.socket!.send(JSON.stringify({ type: 'hello', ref: newId(), device: this.device, talks } satisfies Outbound));
  }

  /** Sends what this connection was not asked yet. */
  private flush(): void {
    if (!this.welcomed) return;
    const { pending, talks } = this.store.state;
    const now = this.outside.now();
    for (const { ref, request, notBefore = 0 } of pending) {
      if (this.inFlight.has(ref) || notBefore > now || this.inFlight.size >= MOST_IN_FLIGHT) continue;
      this.write({ ...request, ref });
    }
    if (Object.values(talks).some(({ gap }) => gap) && now - this.helloAt >= HELLO_PAUSE) {
      this.greet();
      this.store.dispatch({ type: 'greeted' });
    }
  }

  private write(frame: Outbound): void {
    this.inFlight.set(frame.ref, this.outside.now());
    this.socket!.send(JSON.stringify(frame));
  }

  /** Once a second: an answer that is overdue ends the connection; a long silence is broken with a question. */
  private beat(): void {
    if (!this.socket) return;
    const now = this.outside.now();
    const oldest = Math.min(...this.inFlight.values(), this.welcomed ? Infinity : this.heardAt);
    if (now - oldest >= PATIENCE) return this.retry();
    if (!this.welcomed) return;
    if (!this.inFlight.size && now - this.heardAt >= this.heartbeat) this.write({ type: 'watch', ref: newId(), most: MOST });
    this.flush();
  }

  private retry(after = backoff(++this.attempt, this.outside.random)): void {
    this.letGo();
    if (this.stopped) return;
    this.store.dispatch({ type: 'link', link: { state: 'lost', retryAt: this.outside.now() + after } });
    this.timer = setTimeout(() => void this.connect(), after);
  }

  private refuse(why: 'roster' | 'signed_out'): void {
    this.letGo();
    this.store.dispatch({ type: 'link', link: { state: 'refused', why } });
  }

  /** At once: a half-open connection may take minutes to report its own close. */
  private letGo(): void {
    const gone = this.socket;
    this.socket = undefined;
    this.welcomed = false;
    this.inFlight.clear();
    if (!gone) return;
    gone.onopen = gone.onmessage = gone.onclose = null;
    gone.close();
  }
}
