import type { Code, Colleague, Desk, Dossier, Here, Me, Message, Presence, Request, Ring, Task, TalkState } from '../wire';

/**
 * How it stands with the connection.
 *
 *   opening ── open ── lost ── opening …
 *      └──────── refused: another attempt would meet the same answer
 */
export type Link =
  | { state: 'opening' }
  | { state: 'open' }
  | { state: 'lost'; retryAt: number }
  | { state: 'refused'; why: 'roster' | 'signed_out' };

export interface Talk {
  id: string;
  epoch: string;
  turn: number;
  /** `passed`: a colleague has it now. */
  state: TalkState | 'passed';
  handle?: string;
  language?: string;
  channel?: string;
  /** The other way it was handed to, from here. */
  handedTo?: string;
  /** By offset, each once. */
  messages: Message[];
  offset: number;
  seen: { visitor: number; advisor: number };
  typingUntil: number;
  /** A message is missing: hello has to be said again. */
  gap: boolean;
  /** What the ring said, for as long as there is no dossier. */
  about?: Pick<Ring, 'item' | 'reason' | 'tier'>;
  since: number;
}

/** Asked for and not yet answered. */
export interface Pending {
  ref: string;
  request: Request;
  at: number;
  /** Refused for the moment: not before this. */
  notBefore?: number;
}

/** A line that tells of something once; `key` finds the words. */
export interface Notice {
  id: string;
  key: 'claimed' | 'claimed_by_somebody' | 'gone' | 'refused' | 'full' | 'unavailable';
  name?: string;
  detail?: string;
  at: number;
}

export type Refusal = Extract<Code, 'limits' | 'unreachable' | 'busy' | 'unavailable'>;

export interface State {
  link: Link;
  /** The server's clock minus ours. */
  ahead: number;
  me?: Me;
  presence: Presence;
  capacity: number;
  colleagues: Colleague[];
  desks: Desk[];
  /** By site and handle. */
  boutique: Record<string, Here>;
  rings: Record<string, Ring>;
  talks: Record<string, Talk>;
  dossiers: Record<string, Dossier>;
  tasks: Record<string, Task>;
  /** Claimed and granted: its `talk` is on the way. */
  granted?: string;
  /** The conversation on screen. */
  open?: string;
  pending: Pending[];
  drafts: Record<string, string>;
  /** What became of inviting somebody by hand. */
  invited: Record<string, Refusal | 'invited'>;
  notice?: Notice;
}

export const EMPTY: State = {
  link: { state: 'opening' },
  ahead: 0,
  presence: 'away',
  capacity: 0,
  colleagues: [],
  desks: [],
  boutique: {},
  rings: {},
  talks: {},
  dossiers: {},
  tasks: {},
  pending: [],
  drafts: {},
  invited: {},
};

export const without = <T>(record: Record<string, T>, key: string): Record<string, T> => {
  if (!(key in record)) return record;
  const { [key]: _, ...rest } = record;
  return rest;
};

/** Takes everything of a conversation off the screen. */
export const putAway = (state: State, conversation: string): State => ({
  ...state,
  talks: without(state.talks, conversation),
  dossiers: without(state.dossiers, conversation),
  drafts: without(state.drafts, conversation),
  open: state.open == conversation ? undefined : state.open,
});

/** Handles are made per site. */
export const placeOf = ({ site, handle }: { site: string; handle: string }): string => `${site}/${handle}`;
