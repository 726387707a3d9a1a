import type { Here, Inbound, Task } from '../wire';
import { acknowledged, refused } from './answers';
import { placeOf, putAway, without, type State } from './state';
import { heard, told, TYPING, withTalk } from './talks';

const byKey = <T>(list: T[], key: (value: T) => string): Record<string, T> => Object.fromEntries(list.map((value) => [key(value), value]));

/** A list of handles says no site: whoever is meant goes from all of them. */
const leaving = (boutique: Record<string, Here>, gone: string[]): Record<string, Here> =>
  gone.length ? Object.fromEntries(Object.entries(boutique).filter(([, { handle }]) => !gone.includes(handle))) : boutique;

const named = (state: State, by: string | undefined): string | undefined =>
  by === undefined ? undefined : (state.colleagues.find(({ id }) => id == by)?.name ?? by);

export const received = (state: State, frame: Inbound, now: number): State => {
  switch (frame.type) {
    case 'welcome':
      // What rings and who is here is told again after it; what was asked for and may have been lost is sent again.
      return {
        ...state,
        link: { state: 'open' },
        ahead: frame.serverTime - now,
        me: frame.advisor,
        presence: chosen(state) ?? frame.presence,
        capacity: frame.capacity,
        colleagues: (frame.colleagues ?? []).filter(({ id }) => id != frame.advisor.id),
        desks: frame.desks ?? [],
        rings: {},
      };
    case 'presence':
      return frame.advisor == state.me?.id
        ? { ...state, presence: chosen(state) ?? frame.state }
        : {
            ...state,
            colleagues: state.colleagues.map((each) =>
              each.id == frame.advisor ? { ...each, presence: frame.state, free: frame.free ?? each.free } : each,
            ),
          };
    case 'boutique': {
      const here = byKey(frame.here ?? [], placeOf);
      const stayed = frame.full ? {} : leaving(state.boutique, frame.gone ?? []);
      return { ...state, boutique: { ...stayed, ...here } };
    }
    case 'ring': {
      const { type, ...ring } = frame;
      return { ...state, rings: { ...state.rings, [ring.conversation]: ring } };
    }
    case 'unring':
      return unrung(state, frame, now);
    case 'talk': {
      const id = frame.conversation;
      // Over, and without a numbering: there is nothing of it any more, she was erased.
      if (!frame.epoch && frame.full && frame.state == 'ended') return putAway({ ...state, rings: without(state.rings, id) }, id);
      const talk = told(state.talks[id], frame, state.rings[id], now + state.ahead);
      const mine = claimed(state, id);
      const wanted = mine || state.granted == id;
      return {
        ...state,
        talks: { ...state.talks, [id]: talk },
        rings: without(state.rings, id),
        // What a colleague attends is the colleague's to know.
        dossiers: talk.state == 'passed' ? without(state.dossiers, id) : state.dossiers,
        pending: mine ? state.pending.filter((pending) => pending != mine) : state.pending,
        // Whom she claimed comes on screen; nobody else takes the place of the one she speaks with.
        open: wanted || !state.open ? id : state.open,
        granted: state.granted == id ? undefined : state.granted,
      };
    }
    case 'message': {
      const { type, conversation, epoch, ...message } = frame;
      const next = withTalk(state, conversation, (talk) => heard(talk, epoch, message));
      // Her own words come back with their number: then nothing of them is pending.
      const pending = next.pending.filter(({ request }) => request.type != 'say' || request.id != message.id);
      return pending.length == next.pending.length ? next : { ...next, pending };
    }
    case 'typing':
      return withTalk(state, frame.conversation, (talk) => ({ ...talk, typingUntil: now + TYPING }));
    case 'seen':
      return withTalk(state, frame.conversation, (talk) =>
        frame.offset > talk.seen[frame.by] ? { ...talk, seen: { ...talk.seen, [frame.by]: frame.offset } } : talk,
      );
    case 'dossier': {
      const { type, conversation, ...dossier } = frame;
      return { ...state, dossiers: { ...state.dossiers, [conversation]: dossier } };
    }
    case 'tasks':
      return { ...state, tasks: byKey(frame.tasks, ({ id }) => id) };
    case 'task': {
      if (frame.gone) return { ...state, tasks: without(state.tasks, frame.id) };
      const { type, gone, ...task } = frame;
      return { ...state, tasks: { ...state.tasks, [frame.id]: task as Task } };
    }
    case 'ack':
      return acknowledged(state, frame);
    case 'error':
      return refused(state, { ...frame, by: named(state, frame.by) }, now);
    case 'go_away':
      return state;
  }
};

/** What she chose and the desk has not confirmed. */
const chosen = (state: State) => state.pending.map(({ request }) => request).findLast((request) => request.type == 'presence')?.state;

const claimed = (state: State, conversation: string) =>
  state.pending.find(({ request }) => request.type == 'claim' && request.conversation == conversation);

const unrung = (state: State, frame: Extract<Inbound, { type: 'unring' }>, now: number): State => {
  const { conversation, reason, by } = frame;
  const next = { ...state, rings: without(state.rings, conversation) };
  const mine = claimed(state, conversation);
  if (!mine || (by !== undefined && (by == state.me?.id || by == state.me?.name))) return next;
  const name = named(state, by);
  const key = reason == 'ended' ? 'gone' : reason == 'claimed' && name ? 'claimed' : 'claimed_by_somebody';
  return {
    ...next,
    pending: next.pending.filter((pending) => pending != mine),
    notice: { id: mine.ref, key, name, at: now },
  };
};
