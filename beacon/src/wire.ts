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
  context: Context;
}

/** Events that travel together under one `(source, seq)`, said by one head. */
export interface Batch {
  head: Head;
  source: string;
  seq: number;
  events: BeaconEvent[];
}

export interface Advisor {
  name: string;
  title?: string;
}

export interface Copy {
  title: string;
  text: string;
  accept?: string;
  decline?: string;
  close?: string;
  channels?: Record<string, string>;
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
  copy?: Copy;
}

export type Inbound =
  | { type: 'welcome'; serverTime: number }
  | { type: 'ack' | 'error'; code?: string; id?: string; source?: string; seq?: number; retryAfter?: number }
  | { type: 'go_away'; reconnectAfter: number }
  | { type: 'withdraw'; id: string }
  | Invitation
  | Conversation;

/** A frame of the visitor's that is sent again on each connection until its `id` is acknowledged. */
export type Outbound =
  | { type: 'invitation'; id: string; response: string; channel: string | undefined }
  | { type: 'request'; id: string; item?: unknown; channel?: unknown };
