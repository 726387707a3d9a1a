import { load } from './load';
import { data } from './tag';

/**
 * The seam for whoever puts the tag in: told what the script sees and does, and never asked. `kind` is one of
 *
 * - `push` (what was pushed, as it came), `left` (a name, why: `unknown` or `consent`), said at once if it is, and
 *   `events` (those that go, as they were understood, in their order);
 * - `batch` (a batch, the answer: a status, `ack`, or the error's code, what the server said);
 * - `refused` (a close code or `invalid`): the server will not take what this page says, nor does it with a status above 399;
 * - `consent` (the state, once there is one); `socket` (`open`, `welcome`, or the code of the close).
 */
export type Watch = (kind: string, ...about: unknown[]) => void;

const asked = 'debug' in data || /[?&]overture=debug/.test(location.search);
/** What was told before the module was there. */
const heard: unknown[][] = [];

/**
 * Fetches `overture-debug.js` where the tag has `data-debug` or the address `?overture=debug`, and for the words of a
 * warning once the server refuses this page, and hands over to it. Nobody else loads any of it.
 */
export let watch: Watch = (...about) => {
  if ((asked || about[0] == 'refused' || (about[2] as number) > 399) && heard.push(about) < 2)
    load('debug').then(
      (module) => (watch = module.default(heard)),
      () => {
        watch = () => {};
        console.warn('Overture', about[0]);
      },
    );
};
// A page that has no consent yet, and so says nothing, is looked at as well.
if (asked) watch('consent');
