import type { Inbound, Presence } from '../wire';
import type { Link } from './state';

/** What the advisor does. `ref` names the request it makes, `id` the message: made outside, so that this stays pure. */
export type Act =
  | { type: 'open'; conversation: string }
  | { type: 'present'; ref: string; state: Presence }
  | { type: 'claim'; ref: string; conversation: string }
  | { type: 'draft'; conversation: string; text: string }
  | { type: 'say'; ref: string; conversation: string; id: string; text: string }
  | { type: 'note'; ref: string; conversation: string; text: string }
  | { type: 'see'; ref: string; conversation: string }
  | { type: 'transfer'; ref: string; conversation: string; to?: { advisor: string } | { desk: string }; note?: string }
  | { type: 'handoff'; ref: string; conversation: string; channel: string }
  | { type: 'end'; ref: string; conversation: string; complaint: boolean }
  | { type: 'invite'; ref: string; site: string; handle: string }
  | { type: 'settle'; ref: string; task: string; state: 'done' | 'dismissed' }
  | { type: 'put_away'; conversation: string }
  | { type: 'understood' };

export type Event =
  | Act
  | { type: 'frame'; frame: Inbound }
  | { type: 'link'; link: Link }
  /** Hello was said again for what was missing. */
  | { type: 'greeted' }
  /** What a former page of this tab kept: drafts, and words that had not arrived. */
  | { type: 'restored'; drafts: Record<string, string>; unsent: { ref: string; conversation: string; id: string; text: string }[] };
