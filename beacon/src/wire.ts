// Shapes of the wire contract, v1. Types only: nothing here reaches the script.

export type Scalar = string | number | boolean;
export type Item = Record<string, string | number>;
export type Params = Record<string, Scalar | Item[]>;

export interface BeaconEvent {
  name: string;
  at: number;
  params: Params;
}

export interface Consent {
  analytics_storage: 'granted' | 'denied';
  personalization_storage: 'granted' | 'denied';
  /** When she said so, by this browser's clock. */
  at: number;
}

export interface Context {
  [key: string]: Scalar | Campaign | undefined;
  campaign?: Campaign | undefined;
}

export type Campaign = Record<string, string | undefined>;

/** Who speaks: what a `hello` says once per socket, and an HTTP beacon each time. */
export interface Head {
  site: string;
  visitor: string;
  session: string;
  consent: Consent;
  client?: string | undefined;
  /** No longer the client who was known in this session. */
  signedOut?: boolean | undefined;
  context: Context;
}

/** Events that travel together under one `(source, seq)`, said by one head. */
export interface Batch {
  head: Head;
  source: string;
  seq: number;
  events: BeaconEvent[];
  /** A socket took it and no answer came: from then on it goes by HTTP. */
  _stuck?: boolean;
}

export interface Advisor {
  name: string;
  title?: string;
  portrait?: string;
}

export interface Copy {
  title: string;
  text: string;
  accept?: string;
  decline?: string;
  close?: string;
  channels?: Record<string, string>;
}

/** The words around a conversation; what has no words is not drawn. */
export interface TalkCopy extends Copy {
  placeholder?: string;
  send?: string;
  typing?: string;
  seen?: string;
  leave?: string;
  question?: string;
  scale?: string[];
  contact?: string;
  when?: string;
  note?: string;
  ask?: string;
  you?: string;
}

export interface Invitation {
  type: 'invitation';
  id: string;
  copy: Copy;
  language: string;
  channels: string[];
  expiresAt: number;
  advisor?: Advisor;
}

export interface Conversation {
  type: 'conversation';
  id: string;
  state: 'waiting' | 'joined' | 'ended';
  language?: string;
  advisor?: Advisor;
  handoff?: { channel: string; url: string };
  /** Channels she may ask for now that nobody came. */
  offered?: string[];
  /** Whether she is asked how it was. */
  question?: boolean;
  /** Offsets count anew when it changes. */
  epoch?: string | number;
  copy?: TalkCopy;
}

export interface Message {
  type: 'message';
  conversation: string;
  id: string;
  from: 'advisor' | 'visitor';
  text: string;
  at: number;
  /** Its place in the conversation. */
  offset?: number;
}

export type Inbound =
  | { type: 'welcome'; serverTime: number }
  | { type: 'ack' | 'error'; code?: string; id?: string; source?: string; seq?: number; offset?: number; retryAfter?: number }
  | { type: 'go_away'; reconnectAfter: number }
  | { type: 'withdraw'; id: string }
  | { type: 'typing'; conversation: string }
  | { type: 'seen'; conversation: string; offset: number }
  // Said in another tab, or by another connection.
  | { type: 'consent'; analytics_storage: 'granted' | 'denied'; at?: number }
  // Not of the wire: the visitor withdrew consent; a conversation's panel opened.
  | { type: 'silence' }
  | { type: 'talking' }
  | Invitation
  | Conversation
  | Message;

/** What the card and the talk need of the script that loads them. They may be of different releases for a few minutes. */
export interface Host {
  /** Sends a frame if it can; one that is to be `acked` and stays without an answer ends the connection. */
  send(frame: object, acked: boolean): boolean;
  /** Keeps a frame and sends it on each connection until it is acknowledged. */
  put(frame: Outbound): void;
  /** Has the server say again what is open. */
  again(): void;
  /** Whether this is no moment to open anything over the page. */
  busy(): boolean | undefined;
  /** Passes a frame to the card and the talk. */
  relay(frame: Inbound): void;
  /** The talk stands on the page. */
  talking?: boolean;
}

/** What the connection needs of the script that loads it. The two may be of different releases for a few minutes. */
export interface Core {
  server: string;
  /** Who speaks, with her consent. */
  head(): Head | undefined;
  /** Fetches a module that lies beside the script. */
  load(name: string, attempt: number): Promise<{ default: (host: any) => any }>;
  /** A batch was acknowledged, or refused for good. */
  settle(batch: { source?: string; seq?: number }, answer: string): void;
  /** A batch may be sent again in `ms`. */
  postpone(seq?: number, ms?: number): void;
  /** A connection is there; a connection went away. */
  resume(): void;
  lost(): void;
  /** She withdrew her consent elsewhere, as the server says. */
  withdrawn(): void;
  /** Another page is seen, without a page load. */
  page(): void;
  busy(): boolean | undefined;
  /** For whoever puts the tag in. */
  tell(kind: string, ...about: unknown[]): void;
}

export interface Live {
  open(): void;
  close(): void;
  /** Says who speaks, if that changed. */
  greet(): void;
  /** Takes a batch if it can. */
  carry(batch: Batch): boolean;
  ask(about: any): void;
  /** Reads what a shop has written for people, and makes the event fit into `most` bytes. */
  mend(event: BeaconEvent, most: number): void;
  /** She withdrew: nothing of hers stays, on the wire or on the page. */
  silence(): void;
}

/** Takes every frame that arrives; an invitation's `expiresAt` is by this machine's clock. */
export type Take = (frame: Inbound) => void;

/** A frame of the visitor's that is sent again on each connection until its `id` is acknowledged. */
export type Outbound =
  | { type: 'invitation'; id: string; response: string; channel: string | undefined }
  | { type: 'request'; id: string; item?: unknown; channel?: unknown };
