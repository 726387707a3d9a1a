import { beside } from './tag';
import type { Host, Take } from './wire';

/**
 * Fetches the module `overture-<name>.js`. A module, unlike a script element, inherits the nonce of whoever imports it,
 * and hands over what it exports. A browser may remember for good that one address failed: each further `attempt` has a
 * fragment of its own, which never leaves the browser.
 */
export const load = (name: string, attempt: number): Promise<{ default: (host: Host) => Take }> =>
  import(/* @vite-ignore */ beside(name) + (attempt ? '#' + attempt : ''));
