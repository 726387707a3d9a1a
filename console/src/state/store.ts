import type { Event } from './event';
import { reduce } from './reduce';
import { EMPTY, type State } from './state';

/** The one value everything on screen is drawn from, and the one way to change it. */
export class Store {
  private value = EMPTY;
  private readonly listeners = new Set<(now: State, before: State) => void>();

  constructor(private readonly clock: () => number = Date.now) {}

  get state(): State {
    return this.value;
  }

  readonly dispatch = (event: Event): void => {
    const before = this.value;
    this.value = reduce(before, event, this.clock());
    if (this.value != before) for (const listener of [...this.listeners]) listener(this.value, before);
  };

  /** Tells of every change until the returned function is called. */
  listen(listener: (now: State, before: State) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** 128 random bits, as every identifier a browser makes. */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
};
