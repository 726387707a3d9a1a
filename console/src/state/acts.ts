import type { Request } from '../wire';
import type { Act } from './event';
import { EMPTY, placeOf, putAway, without, type State } from './state';
import { withTalk } from './talks';

/** Waits to be sent. The same wish a second time changes nothing. */
const ask = (state: State, ref: string, request: Request, at: number): State => {
  const same = JSON.stringify(request);
  return state.pending.some((pending) => JSON.stringify(pending.request) == same)
    ? state
    : { ...state, pending: [...state.pending, { ref, request, at }] };
};

/** Only the latest of its kind counts: choosing again replaces what has not arrived. */
const replacing = (state: State, replaced: (request: Request) => boolean): State => ({
  ...state,
  pending: state.pending.filter(({ request }) => !replaced(request)),
});

const words = (text: string) => text.trim();

export const acted = (state: State, act: Act, now: number): State => {
  switch (act.type) {
    case 'open':
      return state.talks[act.conversation] ? { ...state, open: act.conversation } : state;
    case 'present':
      return ask(
        { ...replacing(state, ({ type }) => type == 'presence'), presence: act.state },
        act.ref,
        { type: 'presence', state: act.state },
        now,
      );
    case 'claim':
      // Asked only when it can be answered: an old wish for a client would take her by surprise.
      return state.link.state == 'open' && state.rings[act.conversation]
        ? ask(state, act.ref, { type: 'claim', conversation: act.conversation }, now)
        : state;
    case 'draft':
      return {
        ...state,
        drafts: act.text ? { ...state.drafts, [act.conversation]: act.text } : without(state.drafts, act.conversation),
      };
    case 'say': {
      const { ref, conversation, id } = act;
      const text = words(act.text);
      if (!text || state.talks[conversation]?.state != 'joined') return state;
      return ask({ ...state, drafts: without(state.drafts, conversation) }, ref, { type: 'say', conversation, id, text }, now);
    }
    case 'note': {
      const text = words(act.text);
      if (!text || !state.talks[act.conversation]) return state;
      return ask(state, act.ref, { type: 'note', conversation: act.conversation, text }, now);
    }
    case 'see': {
      const { conversation, ref } = act;
      const talk = state.talks[conversation];
      const last = talk?.messages.findLast(({ from }) => from == 'visitor')?.offset ?? 0;
      if (!talk || last <= talk.seen.advisor) return state;
      const next = withTalk(state, conversation, (seen) => ({ ...seen, seen: { ...seen.seen, advisor: last } }));
      return ask(
        replacing(next, (request) => request.type == 'seen' && request.conversation == conversation),
        ref,
        { type: 'seen', conversation, offset: last },
        now,
      );
    }
    case 'transfer': {
      const { ref, conversation, to } = act;
      const note = words(act.note ?? '') || undefined;
      if (state.talks[conversation]?.state != 'joined') return state;
      return ask(state, ref, { type: 'transfer', conversation, ...(to && { to }), ...(note && { note }) }, now);
    }
    case 'handoff':
      return ask(state, act.ref, { type: 'handoff', conversation: act.conversation, channel: act.channel }, now);
    case 'end':
      return ask(state, act.ref, { type: 'end', conversation: act.conversation, ...(act.complaint && { complaint: true }) }, now);
    case 'invite': {
      const { ref, site, handle } = act;
      if (state.link.state != 'open') return state;
      return ask({ ...state, invited: without(state.invited, placeOf(act)) }, ref, { type: 'invite', handle, site }, now);
    }
    case 'settle':
      return ask(state, act.ref, { type: 'task', id: act.task, state: act.state }, now);
    case 'put_away':
      return state.talks[act.conversation]?.state == 'joined' ? state : putAway(state, act.conversation);
    case 'understood':
      return { ...state, notice: EMPTY.notice };
  }
};
