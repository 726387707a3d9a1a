import type { Pending, State } from './state';
import { acted } from './acts';
import type { Event } from './event';
import { received } from './frames';

/** These are wishes of the moment: a connection later they would come as a surprise. */
const ofTheMoment = ({ request: { type } }: Pending) => type == 'claim' || type == 'invite';

/**
 * Everything the console knows, in one step: what came from the desk and what the advisor does. Pure; `now` is this
 * machine's clock. What has to be sent is in `pending`, and in the `gap` of a conversation.
 */
export const reduce = (state: State, event: Event, now: number): State => {
  switch (event.type) {
    case 'frame':
      return received(state, event.frame, now);
    case 'link': {
      const pending = event.link.state == 'open' ? state.pending : state.pending.filter((each) => !ofTheMoment(each));
      return { ...state, link: event.link, pending };
    }
    case 'greeted':
      return {
        ...state,
        talks: Object.fromEntries(Object.entries(state.talks).map(([id, talk]) => [id, talk.gap ? { ...talk, gap: false } : talk])),
      };
    case 'restored':
      return {
        ...state,
        drafts: { ...event.drafts, ...state.drafts },
        pending: [
          ...event.unsent.map(({ ref, conversation, id, text }) => ({
            ref,
            request: { type: 'say' as const, conversation, id, text },
            at: now,
          })),
          ...state.pending,
        ],
      };
    default:
      return acted(state, event, now);
  }
};
