import type { Consent, Head } from './wire';

/**
 * The seam for whoever puts the tag in: told what the script sees and does, and never asked. Nobody listens until a page
 * asks for it. `kind` is one of
 *
 * - `push` (what was pushed, as it came), `event` (the event as it was understood) and `left` (a name, why: `unknown`,
 *   `consent` or `name`): each push is followed by what became of it;
 * - `batch` (source, seq, how many events, the answer: a status, `ack`, or the error's code);
 * - `refused` (a status, a close code or `invalid`): the server will not take what this page says;
 * - `consent` (the state); `socket` (`open`, `welcome`, or the code of the close).
 */
export type Watch = (kind: string, ...about: unknown[]) => void;

export let watch: Watch | undefined;

export const watchWith = (watcher: Watch): void => {
  watch = watcher;
};

/** What the module that watches may ask of the script. */
export interface Inspected {
  /** By whom the overlay was asked for, if it was. */
  asked: 'tag' | 'address' | '';
  /** A page may name it later. */
  site(): string | undefined;
  server: string;
  head(): Head | undefined;
  consent(): Consent;
}
