import type { Batch, BeaconEvent, Consent } from '../wire';
import { type Difference, differences } from './differences';
import { takeApart } from './raw';

const MOST_ENTRIES = 100;

/** One push and what became of it, or an event that the script measured itself. */
export interface Entry {
  id: number;
  at: number;
  name: string;
  /** As it was pushed; absent when nobody pushed it. */
  raw?: unknown;
  event?: BeaconEvent;
  left?: unknown;
  differences: Difference[];
  answer?: unknown;
  errors?: { pointer: string; detail: string }[] | undefined;
}

/** All that the overlay knows, bounded; changed by what the script tells and read by the view. */
export class Record {
  readonly entries: Entry[] = [];
  consent: Consent | undefined;
  consentSince = 0;
  socket: unknown = '';
  socketSince = 0;
  answer: unknown;
  answeredAt = 0;
  refused: unknown;
  /** The server took something of this page, or welcomed it: it is a page of the site's. */
  allowed = false;

  private ids = 0;
  private open: Entry | undefined;
  private readonly sent = new WeakMap<BeaconEvent, Entry>();

  /** @param site as the tag names it; a page may name it later */
  constructor(
    public site = '',
    private readonly now: () => number = Date.now,
  ) {}

  tell(kind: string, ...[first, second, third]: unknown[]): void {
    switch (kind) {
      case 'push':
        return this.pushed(first);
      case 'left':
        return this.left(`${first}`, second);
      case 'events':
        return (first as BeaconEvent[]).forEach((event) => this.event(event));
      case 'batch':
        return this.batch((first as Batch).events, second, (third as { errors?: Entry['errors'] })?.errors);
      case 'consent':
        return this.consented(first as Consent);
      case 'socket':
        this.socketIs(first);
        this.allowed ||= first == 'welcome';
        return;
      case 'refused':
        if (first != 'invalid') this.socketIs(first);
        this.refused ??= first;
    }
  }

  private socketIs(state: unknown): void {
    this.socket = state;
    this.socketSince = this.now();
  }

  private add(entry: Partial<Entry> & { name: string }): Entry {
    const made = { id: ++this.ids, at: this.now(), differences: [], ...entry };
    this.entries.push(made);
    if (this.entries.length > MOST_ENTRIES) this.entries.shift();
    return made;
  }

  /** Pushed again, as when the data layer is read anew after consent, it is the same push. */
  private pushed(raw: unknown): void {
    const { name } = takeApart(raw);
    if (!this.site && Array.isArray(raw) && raw[0] == 'site') this.site = `${raw[1]}`;
    const again = this.entries.find((entry) => entry.raw === raw && typeof raw == 'object' && !entry.event);
    if (again) delete again.left;
    this.open = again || this.add({ name, raw });
  }

  /**
   * Events are told as they leave, in the order of their pushes, so each is of the first push of its name that still
   * waits. What the script measures itself was never pushed.
   */
  private event(event: BeaconEvent): void {
    const mine = this.entries.find(
      ({ raw, name, event: made, left }) => raw !== undefined && !made && left === undefined && name.slice(0, 40) == event.name,
    );
    const entry = mine || this.add({ name: event.name, at: event.at });
    entry.event = event;
    if (entry.raw !== undefined) entry.differences = differences(takeApart(entry.raw).params, event.params);
    this.sent.set(event, entry);
  }

  /** Said in the same moment as the push it is about, if it is about one. */
  private left(name: string, why: unknown): void {
    const { open } = this;
    const mine = open && !open.event && open.left === undefined && open.name.slice(0, 40) == name.slice(0, 40);
    (mine ? open : this.add({ name })).left = why;
  }

  private batch(events: BeaconEvent[], answer: unknown, errors: Entry['errors']): void {
    events.forEach((event, i) => {
      const entry = this.sent.get(event);
      if (!entry) return;
      entry.answer = answer;
      entry.errors = errors?.filter(({ pointer }) => !/^\/events\/\d/.test(pointer) || pointer.startsWith(`/events/${i}/`));
    });
    this.answer = answer;
    this.answeredAt = this.now();
    this.allowed ||= answer == 'ack' || answer == 204;
    if ((answer as number) > 399) this.refused ??= answer;
  }

  private consented(state: Consent): void {
    const { consent } = this;
    if (JSON.stringify(state) != JSON.stringify(consent)) {
      this.consent = { ...state };
      this.consentSince = (state as any).at || this.now();
    }
  }
}
