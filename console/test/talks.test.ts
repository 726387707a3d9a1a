import { describe, expect, it } from 'vitest';
import { unseen } from '../src/state/look';
import { reduce } from '../src/state/reduce';
import type { Event } from '../src/state/event';
import { ack, after, frame, heard, message, NOW, offsets, QUIET, say, talk, TALKING } from './scenes';

describe('messages are in order, and each is there once', () => {
  const cases: [name: string, arrives: Event[], shown: number[], offset: number, gap: boolean][] = [
    ['the next', [heard(message(2))], [1, 2], 2, false],
    ['one twice', [heard(message(2)), heard(message(2))], [1, 2], 2, false],
    ['an old one again', [heard(message(1))], [1], 1, false],
    ['one after a gap is shown, and the gap is known', [heard(message(3))], [1, 3], 1, true],
    ['what was missing comes late', [heard(message(3)), heard(message(2))], [1, 2, 3], 3, false],
    ['two gaps, one of them filled', [heard(message(3)), heard(message(5)), heard(message(2))], [1, 2, 3, 5], 3, true],
    ['of another numbering it is not believed', [heard(message(2), 'e2')], [1], 1, true],
    ['told again after ours', [talk([message(2), message(3)], { full: false })], [1, 2, 3], 3, false],
    ['told again with what we have', [talk([message(1), message(2)], { full: false })], [1, 2], 2, false],
    ['told whole it replaces what we had', [talk([message(4), message(5)])], [4, 5], 5, false],
    ['a new numbering replaces what we had', [talk([message(1, 'advisor')], { epoch: 'e2', full: false })], [1], 1, false],
    ['what follows does not follow ours', [talk([message(7)], { full: false })], [1, 7], 0, true],
    [
      'notes are numbered in between',
      [heard(message(1.001, 'note')), heard(message(2)), heard(message(2.001, 'note'))],
      [1, 1.001, 2, 2.001],
      2,
      false,
    ],
    ['a note after a gap is a gap', [heard(message(3)), heard(message(3.001, 'note'))], [1, 3, 3.001], 1, true],
    [
      'a note told again is there once',
      [heard(message(1.001, 'note')), talk([message(1.001, 'note'), message(2)], { full: false })],
      [1, 1.001, 2],
      2,
      false,
    ],
    ['nothing new', [talk([], { full: false, offset: 1 })], [1], 1, false],
  ];
  it.each(cases)('%s', (_, arrives, shown, offset, gap) => {
    const state = after(TALKING, ...arrives);
    expect(offsets(state)).toEqual(shown);
    expect(state.talks.t).toMatchObject({ offset, gap });
  });

  it('any order and any repetition of the same messages is the same conversation', () => {
    const sent = [2, 3, 4, 5, 6].map((offset) => heard(message(offset)));
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 200; round++) {
      const shuffled = [...sent, ...sent].sort(() => random() - 0.5);
      const state = after(TALKING, ...shuffled);
      expect(offsets(state)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(state.talks.t).toMatchObject({ offset: 6, gap: false });
    }
  });

  it('asks for everything when what follows ours does not', () => {
    const torn = after(TALKING, talk([message(7)], { full: false }), { type: 'greeted' });
    const whole = after(torn, talk([message(6), message(7)]));
    expect(torn.talks.t).toMatchObject({ epoch: '', offset: 0, gap: false });
    expect(offsets(whole)).toEqual([6, 7]);
  });
});

describe('our own words', () => {
  it('are kept until they are answered, then have their number', () => {
    const said = after(TALKING, say());
    const done = after(said, ack('r1', 2));
    expect(said.pending).toMatchObject([{ ref: 'r1', request: { type: 'say', id: 'i1', text: 'Good evening' } }]);
    expect(done.pending).toEqual([]);
    expect(done.talks.t!.messages.at(-1)).toEqual({ offset: 2, id: 'i1', from: 'advisor', by: 'claire', text: 'Good evening', at: NOW });
  });

  it.each([
    ['answer, then echo', [ack('r1', 2), heard(message(2, 'advisor', { id: 'i1' }))]],
    ['echo, then answer', [heard(message(2, 'advisor', { id: 'i1' })), ack('r1', 2)]],
    ['told whole meanwhile, then answer', [talk([message(1), message(2, 'advisor', { id: 'i1' })]), ack('r1', 2)]],
  ])('are on screen once: %s', (_, arrives) => {
    const state = after(TALKING, say(), ...arrives);
    expect(offsets(state)).toEqual([1, 2]);
    expect(state.pending).toEqual([]);
  });

  it('are not lost when hers are missing before them', () => {
    const state = after(TALKING, say(), ack('r1', 3));
    expect(offsets(state)).toEqual([1, 3]);
    expect(state.talks.t!.gap).toBe(true);
  });

  it.each(['', '  \n '])('that say nothing (%j) are not sent', (text) => {
    expect(after(TALKING, say(text))).toBe(TALKING);
  });

  it('take the draft with them', () => {
    const state = after(TALKING, { type: 'draft', conversation: 't', text: 'Good evening' }, say());
    expect(state.drafts).toEqual({});
  });

  it.each(['ended', 'handed'] as const)('are not sent into a conversation that is %s', (state) => {
    const over = after(TALKING, talk([message(1)], { state }));
    expect(after(over, say()).pending).toEqual([]);
  });
});

describe('typing and seen', () => {
  it('she writes for a while, and no longer once her word is there', () => {
    const typing = after(TALKING, frame({ type: 'typing', conversation: 't' }));
    const done = after(typing, heard(message(2)));
    expect(typing.talks.t!.typingUntil).toBeGreaterThan(NOW);
    expect(done.talks.t!.typingUntil).toBe(0);
  });

  it.each([
    [[5], 5],
    [[5, 3], 5],
    [[3, 5], 5],
  ])('what she has seen never goes back: %j', (seen, expected) => {
    const state = after(TALKING, ...seen.map((offset) => frame({ type: 'seen', conversation: 't', offset, by: 'visitor' })));
    expect(state.talks.t!.seen.visitor).toBe(expected);
  });

  it('seeing says so once, for the newest of her words', () => {
    const state = after(TALKING, heard(message(2)), heard(message(3, 'advisor')), { type: 'see', ref: 's', conversation: 't' });
    expect(unseen(state.talks.t!)).toBe(0);
    expect(state.pending).toMatchObject([{ request: { type: 'seen', offset: 2 } }]);
    expect(after(state, { type: 'see', ref: 's2', conversation: 't' })).toBe(state);
  });

  it('only the newest word on what was seen waits to be sent', () => {
    const state = after(TALKING, { type: 'see', ref: 's1', conversation: 't' }, heard(message(2)), {
      type: 'see',
      ref: 's2',
      conversation: 't',
    });
    expect(state.pending.map(({ ref }) => ref)).toEqual(['s2']);
  });

  it('is known on a second device too', () => {
    const state = after(TALKING, frame({ type: 'seen', conversation: 't', offset: 1, by: 'advisor' }));
    expect(unseen(state.talks.t!)).toBe(0);
  });
});

describe('the whole of a conversation', () => {
  it('that is over is told without its circumstances, which stay', () => {
    const known = after(QUIET, talk([message(1)], { handle: 'h', language: 'fr', channel: 'chat' }));
    const over = after(known, talk([], { state: 'ended', full: false, offset: 1 }));
    expect(over.talks.t).toMatchObject({ state: 'ended', handle: 'h', language: 'fr', channel: 'chat', offset: 1 });
  });

  it('in which nothing was said yet is on the screen, and its first word begins the numbering', () => {
    const claimed = after(QUIET, talk([], { epoch: '' }));
    const spoken = after(claimed, heard(message(1)));
    expect(claimed.talks.t).toMatchObject({ state: 'joined', messages: [] });
    expect(spoken.talks.t).toMatchObject({ epoch: 'e1', offset: 1, gap: false });
  });

  it('of somebody who was erased leaves nothing', () => {
    const known = after(TALKING, frame({ type: 'dossier', conversation: 't', name: 'Hélène' }), {
      type: 'draft',
      conversation: 't',
      text: 'x',
    });
    const erased = after(known, talk([], { epoch: '', state: 'ended' }));
    expect(erased).toMatchObject({ talks: {}, dossiers: {}, drafts: {} });
    expect(erased.open).toBeUndefined();
  });

  it('that a colleague has taken over is the colleague’s to know', () => {
    const state = after(
      TALKING,
      frame({ type: 'dossier', conversation: 't', name: 'Hélène' }),
      { type: 'transfer', ref: 'x', conversation: 't' },
      ack('x'),
      talk([], { state: 'handed' }),
    );
    expect(state.talks.t!.state).toBe('passed');
    expect(state.dossiers).toEqual({});
  });

  it('handed to another way stays so, and says which', () => {
    const state = after(
      TALKING,
      { type: 'handoff', ref: 'x', conversation: 't', channel: 'video' },
      ack('x'),
      talk([message(1)], { state: 'handed', channel: 'chat' }),
    );
    expect(state.talks.t).toMatchObject({ state: 'handed', handedTo: 'video' });
  });

  it('is unknown to what concerns another', () => {
    expect(after(QUIET, heard(message(1)))).toBe(QUIET);
    expect(after(QUIET, frame({ type: 'typing', conversation: 'x' }))).toBe(QUIET);
  });

  it('keeps what the ring said until there is a dossier', () => {
    const state = after(
      QUIET,
      frame({ type: 'ring', conversation: 't', turn: 0, round: 0, reason: 'why', item: 'Vesper', tier: 'vic', weight: 1, since: NOW }),
      talk(),
    );
    expect(state.talks.t!.about).toEqual({ item: 'Vesper', reason: 'why', tier: 'vic' });
    expect(state.rings).toEqual({});
  });

  it('never touches the state it was made from', () => {
    const frozen = structuredClone(TALKING);
    reduce(TALKING, heard(message(2)), NOW);
    reduce(TALKING, say(), NOW);
    expect(TALKING).toEqual(frozen);
  });
});
