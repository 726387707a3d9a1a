import { beside } from './tag';

/**
 * Fetches the module `overture-<name>.js`. A module, unlike a script element, inherits the nonce of whoever imports it,
 * and hands over what it exports. A browser may remember for good that one address failed: each further `attempt` has a
 * fragment of its own, which never leaves the browser.
 */
export const load = (name: string, attempt?: number): Promise<{ default: (host: any) => any }> =>
  import(/* @vite-ignore */ beside(name) + (attempt ? '#' + attempt : ''));
