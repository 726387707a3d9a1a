import type { Message, Ring, TalkFrame } from '../wire';
import type { State, Talk } from './state';

/** How long "is writing" holds without another word of it. */
export const TYPING = 6000;

/** The same messages with those of `more` put in their places; what is there already stays as it is. */
const merged = (had: Message[], more: Message[]): Message[] => {
  const known = new Set(had.map(({ offset }) => offset));
  const fresh = more.filter(({ offset }) => !known.has(offset) && known.add(offset));
  return fresh.length ? [...had, ...fresh].sort((a, b) => a.offset - b.offset) : had;
};

/** Notes are numbered in between, and none of them is missed. */
const numbers = (messages: Message[]): number[] => messages.map(({ offset }) => offset).filter(Number.isInteger);

const newest = (messages: Message[]): number => numbers(messages).at(-1) ?? 0;

/** How far the numbers go without one missing. */
const reach = (messages: Message[], from: number): number => {
  const known = new Set(numbers(messages));
  let offset = from;
  while (known.has(offset + 1)) offset++;
  return offset;
};

/** As the desk has it: whole when it says so or when the numbering began anew, else what came after ours. */
export const told = (had: Talk | undefined, frame: TalkFrame, ring: Ring | undefined, now: number): Talk => {
  const again = had && had.epoch == frame.epoch && !frame.full ? had : undefined;
  const messages = merged(again?.messages ?? [], frame.messages);
  const first = numbers(frame.messages)[0];
  // What we had is no longer followed by what they have: next time all of it is asked for.
  const torn = again !== undefined && first !== undefined && first > again.offset + 1;
  return {
    id: frame.conversation,
    epoch: torn ? '' : frame.epoch,
    turn: frame.turn,
    // The desk says `handed` of what a colleague has, too.
    state: frame.state == 'handed' && had?.state == 'passed' ? 'passed' : frame.state,
    handle: frame.handle ?? had?.handle,
    language: frame.language ?? had?.language,
    channel: frame.channel ?? had?.channel,
    handedTo: frame.state == 'handed' ? had?.handedTo : undefined,
    messages,
    offset: torn ? 0 : Math.max(frame.offset, newest(messages)),
    seen: {
      visitor: Math.max(again?.seen.visitor ?? 0, frame.seen?.visitor ?? 0),
      advisor: Math.max(again?.seen.advisor ?? 0, frame.seen?.advisor ?? 0),
    },
    typingUntil: again?.typingUntil ?? 0,
    gap: torn,
    about: had?.about ?? (ring && { item: ring.piece ?? ring.item, reason: ring.reason, tier: ring.tier }),
    since: had?.since ?? now,
  };
};

/** One message more, shown wherever it belongs. With one missing before it, or of another numbering, hello is due. */
export const heard = (talk: Talk, epoch: string, message: Message): Talk => {
  if (epoch != talk.epoch) return { ...talk, gap: true };
  const messages = merged(talk.messages, [message]);
  if (messages == talk.messages) return talk;
  const offset = reach(messages, talk.offset);
  return {
    ...talk,
    messages,
    offset,
    gap: offset < newest(messages),
    typingUntil: message.from == 'visitor' ? 0 : talk.typingUntil,
  };
};

export const withTalk = (state: State, id: string, change: (talk: Talk) => Talk): State => {
  const talk = state.talks[id];
  const next = talk && change(talk);
  return !next || next == talk ? state : { ...state, talks: { ...state.talks, [id]: next } };
};
