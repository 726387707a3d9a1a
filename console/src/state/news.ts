import type { Message, Ring } from '../wire';
import type { State, Talk } from './state';

/** What an advisor who looks elsewhere should hear of. */
export type News = { kind: 'ring'; ring: Ring } | { kind: 'word'; talk: Talk; message: Message };

/** The rings and her words that are in `after` and were not in `before`. What is only told again is no news. */
export const news = (before: State, after: State, known: Set<string>): News[] => {
  const found: News[] = [];
  if (after.rings != before.rings)
    for (const ring of Object.values(after.rings)) {
      const key = `${ring.conversation} ${ring.turn}`;
      if (!known.has(key)) found.push({ kind: 'ring', ring });
      known.add(key);
    }
  for (const talk of Object.values(after.talks)) {
    const had = before.talks[talk.id];
    // A conversation that is told whole was there before: its history is not announced.
    if (!had || had.epoch != talk.epoch || had.messages == talk.messages) continue;
    const last = had.messages.at(-1)?.offset ?? 0;
    for (const message of talk.messages)
      if (message.from == 'visitor' && message.offset > last) found.push({ kind: 'word', talk, message });
  }
  return found;
};
