import type { Event } from '../src/state/event';
import { reduce } from '../src/state/reduce';
import { EMPTY, type State } from '../src/state/state';
import type { Inbound, Message, Ring, TalkFrame, Voice } from '../src/wire';

export const NOW = 1_764_000_000_000;

export const frame = (frame: Inbound): Event => ({ type: 'frame', frame });

/** What comes of these, one after another. */
export const after = (state: State, ...events: Event[]): State => events.reduce((so, event) => reduce(so, event, NOW), state);

export const welcome = (change: Partial<Extract<Inbound, { type: 'welcome' }>> = {}): Event =>
  frame({
    type: 'welcome',
    advisor: { id: 'claire', name: 'Claire Aubry', desk: 'paris' },
    presence: 'available',
    capacity: 3,
    serverTime: NOW,
    colleagues: [
      { id: 'claire', name: 'Claire Aubry', presence: 'available' },
      { id: 'camille', name: 'Camille', presence: 'available', free: 2 },
    ],
    desks: [],
    ...change,
  });

export const ring = (change: Partial<Ring> = {}): Event =>
  frame({ type: 'ring', conversation: 'k', turn: 0, round: 0, reason: 'why', tier: 'vic', weight: 10, since: NOW, ...change });

export const message = (offset: number, from: Voice = 'visitor', change: Partial<Message> = {}): Message => ({
  offset,
  id: `m${offset}`,
  from,
  text: `word ${offset}`,
  at: NOW,
  ...change,
});

export const talk = (messages: Message[] = [], change: Partial<TalkFrame> = {}): Event =>
  frame({
    type: 'talk',
    conversation: 't',
    epoch: 'e1',
    turn: 0,
    state: 'joined',
    offset: messages.at(-1)?.offset ?? 0,
    messages,
    full: true,
    ...change,
  });

export const heard = (sent: Message, epoch = 'e1', conversation = 't'): Event => frame({ type: 'message', conversation, epoch, ...sent });

export const ack = (ref: string, offset?: number): Event => frame({ type: 'ack', ref, offset });

export const error = (ref: string, code: Extract<Inbound, { type: 'error' }>['code'], change: object = {}): Event =>
  frame({ type: 'error', ref, code, ...change });

export const say = (text = 'Good evening', ref = 'r1', id = 'i1'): Event => ({ type: 'say', ref, conversation: 't', id, text });

export const lost: Event = { type: 'link', link: { state: 'lost', retryAt: NOW + 1000 } };

/** Signed in, connected, nobody there yet. */
export const QUIET = after(EMPTY, welcome());
/** In a conversation in which she has spoken once. */
export const TALKING = after(QUIET, talk([message(1)]));

export const offsets = (state: State, id = 't'): number[] => state.talks[id]!.messages.map(({ offset }) => offset);
