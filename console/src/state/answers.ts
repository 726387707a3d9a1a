import type { Inbound } from '../wire';
import { placeOf, without, type Notice, type Pending, type Refusal, type State } from './state';
import { heard, withTalk } from './talks';

type Ack = Extract<Inbound, { type: 'ack' }>;
type Refused = Extract<Inbound, { type: 'error' }>;

/** How long to wait when a refusal for the moment does not say. */
const PAUSE = 2000;

const settled = (state: State, ref: string): State => ({
  ...state,
  pending: state.pending.filter((pending) => pending.ref != ref),
});

/** What was asked for is done. */
export const acknowledged = (state: State, { ref, offset }: Ack): State => {
  const pending = state.pending.find((each) => each.ref == ref);
  if (!pending) return state;
  const next = settled(state, ref);
  const { request } = pending;
  switch (request.type) {
    case 'say': {
      if (offset === undefined) return next;
      const { conversation, id, text } = request;
      const message = { offset, id, from: 'advisor' as const, by: state.me?.id, text, at: pending.at + state.ahead };
      return withTalk(next, conversation, (talk) => heard(talk, talk.epoch, message));
    }
    case 'transfer':
      return withTalk(next, request.conversation, (talk) => ({ ...talk, state: 'passed' }));
    case 'end':
      return withTalk(next, request.conversation, (talk) => ({ ...talk, state: 'ended', typingUntil: 0 }));
    case 'handoff':
      return withTalk(next, request.conversation, (talk) => ({ ...talk, state: 'handed', handedTo: request.channel }));
    case 'invite':
      return { ...next, invited: { ...next.invited, [placeOf(request)]: 'invited' } };
    case 'task':
      return { ...next, tasks: without(next.tasks, request.id) };
    case 'claim':
      return state.talks[request.conversation] ? { ...next, open: request.conversation } : { ...next, granted: request.conversation };
    case 'presence':
    case 'seen':
    case 'note':
      return next;
  }
};

/** Words that could not be said go back to where they were written, unless something else is being written there. */
const givenBack = (state: State, { request }: Pending): State =>
  request.type == 'say' && !state.drafts[request.conversation]
    ? { ...state, drafts: { ...state.drafts, [request.conversation]: request.text } }
    : state;

/** A refusal: for the moment, so that it is tried again; or for good, in a line that says so. */
export const refused = (state: State, error: Refused, now: number): State => {
  const pending = state.pending.find(({ ref }) => ref == error.ref);
  if (!pending) return state;
  const { request } = pending;
  const next = settled(state, pending.ref);
  const tell = (key: Notice['key'], from: State = next): State => ({
    ...from,
    notice: { id: pending.ref, key, name: error.by, detail: error.detail, at: now },
  });

  if (request.type == 'invite' && error.code != 'invalid' && error.code != 'unknown' && error.code != 'claimed') {
    const why: Refusal = error.code == 'too_fast' ? 'unavailable' : error.code;
    return { ...next, invited: { ...next.invited, [placeOf(request)]: why } };
  }
  switch (error.code) {
    case 'claimed': {
      const rings = request.type == 'claim' ? without(next.rings, request.conversation) : next.rings;
      return tell(error.by ? 'claimed' : 'claimed_by_somebody', { ...next, rings });
    }
    case 'too_fast':
    case 'unavailable':
      if (request.type == 'claim') return tell('unavailable');
      return {
        ...state,
        pending: state.pending.map((each) => (each == pending ? { ...each, notBefore: now + (error.retryAfter ?? PAUSE) } : each)),
      };
    case 'unknown': {
      if (request.type == 'claim') return tell('gone', { ...next, rings: without(next.rings, request.conversation) });
      if (request.type == 'task') return { ...next, tasks: without(next.tasks, request.id) };
      if (!('conversation' in request) || request.type == 'seen') return next;
      const ended = withTalk(next, request.conversation, (talk) => ({ ...talk, state: 'ended' }));
      return tell('gone', givenBack(ended, pending));
    }
    case 'busy':
      return tell(request.type == 'claim' ? 'full' : 'refused');
    case 'invalid':
    case 'limits':
    case 'unreachable':
      return tell('refused', givenBack(next, pending));
  }
};
