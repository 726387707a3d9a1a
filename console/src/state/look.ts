import type { Here, Ring, Task } from '../wire';
import type { Pending, State, Talk } from './state';

// What is on screen, in the order it is read.

const heaviest = (a: { weight: number; since: number }, b: { weight: number; since: number }) => b.weight - a.weight || a.since - b.since;

/** Whose turn it is a second time comes first, then by weight; her waiting decides between equals. */
export const ringing = (state: State): Ring[] =>
  Object.values(state.rings).sort((a, b) => Number(b.turn > 0) - Number(a.turn > 0) || heaviest(a, b));

export const inTheBoutique = (state: State): Here[] => Object.values(state.boutique).sort(heaviest);

const isOver = ({ state }: Talk) => state == 'ended' || state == 'passed';

/** Those that go on, then those that are over; each in the order they began. */
export const conversations = (state: State): Talk[] =>
  Object.values(state.talks).sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || a.since - b.since);

export const openTalk = (state: State): Talk | undefined => (state.open ? state.talks[state.open] : undefined);

/** What is due comes first, then what the house knows to matter more; nodes of the release before say no rank. */
export const list = (state: State): Task[] =>
  Object.values(state.tasks).sort(
    (a, b) => (a.due ?? Infinity) - (b.due ?? Infinity) || (b.rank ?? b.weight) - (a.rank ?? a.weight) || a.at - b.at,
  );

type Of<Type extends Pending['request']['type']> = Pending & { request: Extract<Pending['request'], { type: Type }> };

/** What was asked for a conversation and is not answered. */
export const unanswered = <Type extends 'say' | 'note' | 'claim' | 'transfer' | 'handoff' | 'end'>(
  state: State,
  conversation: string,
  type: Type,
): Of<Type>[] =>
  state.pending.filter(
    (pending): pending is Of<Type> =>
      pending.request.type == type && (pending.request as { conversation: string }).conversation == conversation,
  );

/** Her words that the advisor has not seen. */
export const unseen = ({ messages, seen }: Talk): number =>
  messages.filter(({ from, offset }) => from == 'visitor' && offset > seen.advisor).length;

export const tierOf = (state: State, talk: Talk): string => {
  const tier = state.dossiers[talk.id]?.tier;
  return typeof tier == 'string' ? tier : (talk.about?.tier ?? 'unknown');
};
