import { talkUrl } from './tag';
import type { Host, Talk } from './wire';

/** A module, unlike a script element, inherits the nonce of whoever imports it, and hands over what it exports. */
export const load = (): Promise<{ default: (host: Host) => Talk }> => import(/* @vite-ignore */ talkUrl);
