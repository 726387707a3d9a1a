// The advisor socket's frames, as docs/protocol.md has them. Instants are epoch milliseconds. What a newer server adds
// is ignored.

export type Presence = 'available' | 'busy' | 'away';
export type Code = 'invalid' | 'claimed' | 'limits' | 'unreachable' | 'busy' | 'unknown' | 'too_fast' | 'unavailable';
export type TalkState = 'joined' | 'handed' | 'ended';

/** Of a message: who speaks. A note is for colleagues; she never sees it. */
export type Voice = 'visitor' | 'advisor' | 'note';

export interface Colleague {
  id: string;
  name: string;
  desk?: string;
  presence: Presence;
  languages?: string[];
  free?: number;
}

export interface Desk {
  id: string;
  open: boolean;
  opensAt?: number;
}

export interface Me {
  id: string;
  name: string;
  title?: string;
  languages?: string[];
  desk: string;
}

/** Somebody in the boutique now: no more of her than the piece, the reason, her tier and language. */
export interface Here {
  handle: string;
  site: string;
  trigger?: string;
  reason: string;
  item?: string;
  /** What the shop calls it. */
  name?: string;
  tier: string;
  language?: string;
  weight: number;
  since: number;
  waiting?: boolean;
  attended?: boolean;
}

export interface Ring {
  conversation: string;
  turn: number;
  round: number;
  /** None: she asked by herself. */
  reason?: string;
  item?: string;
  name?: string;
  tier: string;
  language?: string;
  channel?: string;
  weight: number;
  since: number;
  yours?: boolean;
  /** The name of the advisor a visitor from another region has at home. */
  advisor?: string;
  transferred?: { from?: string; note?: string };
}

export interface Message {
  /** A message's number, 1 and on without a gap; a note's is a few thousandths beyond that of the message it follows. */
  offset: number;
  id: string;
  from: Voice;
  by?: string;
  text: string;
  at: number;
}

export interface TalkFrame {
  conversation: string;
  epoch: string;
  turn: number;
  state: TalkState;
  handle?: string;
  site?: string;
  language?: string;
  channel?: string;
  /** Of the newest message. */
  offset: number;
  messages: Message[];
  seen?: { visitor?: number; advisor?: number };
  /** All there is, rather than what came after the offset that `hello` named. */
  full: boolean;
}

export interface Task {
  id: string;
  kind: string;
  title: string;
  client?: string;
  handle?: string;
  item?: string;
  note?: string;
  due?: number;
  at: number;
  weight: number;
  /** Higher comes first. */
  rank?: number;
}

/** Fields as the role may read them; every one may be missing. */
export type Dossier = Record<string, unknown>;

export type Inbound =
  | {
      type: 'welcome';
      advisor: Me;
      presence: Presence;
      capacity: number;
      serverTime: number;
      heartbeat?: number;
      colleagues?: Colleague[];
      desks?: Desk[];
    }
  | { type: 'presence'; advisor: string; state: Presence; free?: number }
  | { type: 'boutique'; full?: boolean; here?: Here[]; gone?: string[] }
  | ({ type: 'ring' } & Ring)
  | { type: 'unring'; conversation: string; reason: 'claimed' | 'ended' | 'elsewhere'; by?: string }
  | ({ type: 'talk' } & TalkFrame)
  | ({ type: 'message'; conversation: string; epoch: string } & Message)
  | { type: 'typing'; conversation: string }
  | { type: 'seen'; conversation: string; offset: number; by: 'visitor' | 'advisor' }
  | ({ type: 'dossier'; conversation: string } & Dossier)
  | { type: 'tasks'; full: true; tasks: Task[] }
  | { type: 'task'; id: string; gone: true }
  | ({ type: 'task'; gone?: undefined } & Task)
  | { type: 'ack'; ref: string; offset?: number }
  | { type: 'error'; ref?: string; code: Code; detail?: string; by?: string; retryAfter?: number }
  | { type: 'go_away'; reconnectAfter: number };

/** What the desk is asked for; all of it may be sent twice, for it is known by its content. */
export type Request =
  | { type: 'presence'; state: Presence }
  | { type: 'claim'; conversation: string }
  | { type: 'say'; conversation: string; id: string; text: string }
  | { type: 'seen'; conversation: string; offset: number }
  | { type: 'note'; conversation: string; text: string }
  | { type: 'transfer'; conversation: string; to?: { advisor: string } | { desk: string }; note?: string }
  | { type: 'handoff'; conversation: string; channel: string }
  | { type: 'end'; conversation: string; complaint?: boolean }
  | { type: 'invite'; handle: string; site: string }
  | { type: 'task'; id: string; state: 'done' | 'dismissed'; note?: string };

/** Beside the requests: who speaks and what she has already, how much she watches, that she writes. */
export type Outbound =
  | (Request & { ref: string })
  | { type: 'hello'; ref: string; device: string; talks: { id: string; epoch: string; offset: number }[] }
  | { type: 'watch'; ref: string; most: number }
  | { type: 'typing'; ref: string; conversation: string };
