import { describe, expect, it } from 'vitest';
import type { Act, Event } from '../src/state/event';
import { conversations, inTheBoutique, list, ringing } from '../src/state/look';
import { EMPTY } from '../src/state/state';
import { ack, after, error, frame, lost, message, NOW, QUIET, ring, say, talk, TALKING, welcome } from './scenes';

const claim: Event = { type: 'claim', ref: 'c1', conversation: 'k' };
const invite: Event = { type: 'invite', ref: 'v1', site: 'demo', handle: 'h1' };
const here = (handle: string, weight: number, since = NOW, site = 'demo') => ({
  handle,
  site,
  reason: 'why',
  tier: 'unknown',
  weight,
  since,
});
const task = (id: string, change: object = {}) => ({ id, kind: 'care', title: 'returned', at: NOW, weight: 1, ...change });

describe('rings', () => {
  it('second turns first, then the heaviest, then who has waited longest', () => {
    const state = after(
      QUIET,
      ring({ conversation: 'light', weight: 5 }),
      ring({ conversation: 'late', weight: 10, since: NOW }),
      ring({ conversation: 'early', weight: 10, since: NOW - 1 }),
      ring({ conversation: 'again', weight: 1, turn: 1 }),
    );
    expect(ringing(state).map(({ conversation }) => conversation)).toEqual(['again', 'early', 'late', 'light']);
  });

  it.each([
    ['answered, then told', [ack('c1'), talk([], { conversation: 'k' })]],
    ['told, then answered', [talk([], { conversation: 'k' }), ack('c1')]],
    [
      'answered, the ring over, then told',
      [ack('c1'), frame({ type: 'unring', conversation: 'k', reason: 'claimed', by: 'claire' }), talk([], { conversation: 'k' })],
    ],
  ] as [string, Event[]][])('a claim that succeeds brings the conversation on screen: %s', (_, answers) => {
    const state = after(TALKING, ring(), claim, ...answers);
    expect(state).toMatchObject({ open: 'k', rings: {}, pending: [] });
    expect(state.granted).toBeUndefined();
  });

  it('a conversation that is only told again does not take the place of the open one', () => {
    expect(after(TALKING, talk([], { conversation: 'k' })).open).toBe('t');
  });

  it('the first conversation opens by itself', () => {
    expect(TALKING.open).toBe('t');
  });

  const losing: [string, Event, object][] = [
    ['the desk says who was first', error('c1', 'claimed', { by: 'camille' }), { key: 'claimed', name: 'Camille' }],
    ['the desk says a name', error('c1', 'claimed', { by: 'Kenji' }), { key: 'claimed', name: 'Kenji' }],
    ['the desk says nobody', error('c1', 'claimed'), { key: 'claimed_by_somebody' }],
    [
      'the ring ends first',
      frame({ type: 'unring', conversation: 'k', reason: 'claimed', by: 'camille' }),
      { key: 'claimed', name: 'Camille' },
    ],
    ['nobody was first', frame({ type: 'unring', conversation: 'k', reason: 'elsewhere' }), { key: 'claimed_by_somebody' }],
    ['she has left', frame({ type: 'unring', conversation: 'k', reason: 'ended' }), { key: 'gone' }],
    ['nobody knows it any more', error('c1', 'unknown'), { key: 'gone' }],
  ];
  it.each(losing)('a lost claim is told politely: %s', (_, answer, notice) => {
    const state = after(QUIET, ring(), claim, answer);
    expect(state.notice).toMatchObject(notice);
    expect(state).toMatchObject({ rings: {}, pending: [] });
  });

  it('with full hands the ring stays', () => {
    const state = after(QUIET, ring(), claim, error('c1', 'busy'));
    expect(state.notice?.key).toBe('full');
    expect(state.rings.k).toBeDefined();
  });

  it.each([
    ['not ours to tell of', [ring(), frame({ type: 'unring', conversation: 'k', reason: 'claimed', by: 'camille' })]],
    ['our own', [ring(), claim, frame({ type: 'unring', conversation: 'k', reason: 'claimed', by: 'claire' })]],
    ['our own, by name', [ring(), claim, frame({ type: 'unring', conversation: 'k', reason: 'claimed', by: 'Claire Aubry' })]],
  ] as [string, Event[]][])('a ring that ends is no notice: %s', (_, events) => {
    expect(after(QUIET, ...events).notice).toBeUndefined();
  });

  it.each([
    ['nobody rings', QUIET],
    ['there is no connection', after(QUIET, ring(), lost)],
  ])('nothing is claimed when %s', (_, state) => {
    expect(after(state, claim)).toBe(state);
  });

  it('pressing twice claims once', () => {
    expect(after(QUIET, ring(), claim, { ...claim, ref: 'c2' } as Act).pending).toHaveLength(1);
  });
});

describe('a connection that comes and goes', () => {
  it('keeps what was said, noted, transferred, ended and done; not what was of the moment', () => {
    const state = after(
      TALKING,
      ring(),
      claim,
      invite,
      say(),
      { type: 'note', ref: 'n1', conversation: 't', text: 'a note' },
      { type: 'transfer', ref: 'x1', conversation: 't' },
      { type: 'end', ref: 'e1', conversation: 't', complaint: false },
      { type: 'settle', ref: 'd1', task: 'q', state: 'done' },
      lost,
    );
    expect(state.pending.map(({ ref }) => ref)).toEqual(['r1', 'n1', 'x1', 'e1', 'd1']);
  });

  it('what waits for an answer is the same after it: the same ref, the same id', () => {
    const before = after(TALKING, say());
    const again = after(before, lost, welcome());
    expect(again.pending).toEqual(before.pending);
  });

  it('starts over with rings, and keeps conversations and drafts', () => {
    const state = after(TALKING, ring(), { type: 'draft', conversation: 't', text: 'Good' }, lost, welcome());
    expect(state.rings).toEqual({});
    expect(state.talks.t).toBe(TALKING.talks.t);
    expect(state.drafts).toEqual({ t: 'Good' });
  });

  it('what a former page kept is sent again with the id it had', () => {
    const state = after(EMPTY, {
      type: 'restored',
      drafts: { t: 'half a' },
      unsent: [{ ref: 'r', conversation: 't', id: 'i', text: 'word' }],
    });
    expect(state.drafts).toEqual({ t: 'half a' });
    expect(state.pending).toMatchObject([{ ref: 'r', request: { type: 'say', id: 'i', text: 'word' } }]);
  });
});

describe('presence', () => {
  it('is hers until the desk says so, on whatever device it was chosen', () => {
    const chosen = after(QUIET, { type: 'present', ref: 'p1', state: 'busy' });
    const told = after(chosen, frame({ type: 'presence', advisor: 'claire', state: 'available' }));
    const done = after(told, ack('p1'), frame({ type: 'presence', advisor: 'claire', state: 'away' }));
    expect([chosen, told, done].map(({ presence }) => presence)).toEqual(['busy', 'busy', 'away']);
  });

  it('chosen without a connection it is sent after the next welcome, the last choice only', () => {
    const state = after(
      QUIET,
      lost,
      { type: 'present', ref: 'p1', state: 'busy' },
      { type: 'present', ref: 'p2', state: 'away' },
      welcome({ presence: 'available' }),
    );
    expect(state.presence).toBe('away');
    expect(state.pending.map(({ ref }) => ref)).toEqual(['p2']);
  });

  it('of colleagues is followed, and oneself is not among them', () => {
    const state = after(QUIET, frame({ type: 'presence', advisor: 'camille', state: 'busy', free: 0 }));
    expect(state.colleagues).toEqual([{ id: 'camille', name: 'Camille', presence: 'busy', free: 0 }]);
  });
});

describe('the boutique', () => {
  const some = frame({ type: 'boutique', full: true, here: [here('a', 1), here('b', 9), here('c', 5)] });

  it('is told whole, then by what changed; the heaviest first', () => {
    const state = after(QUIET, some, frame({ type: 'boutique', here: [here('a', 7), here('d', 8)], gone: ['b'] }));
    expect(inTheBoutique(state).map(({ handle }) => handle)).toEqual(['d', 'a', 'c']);
  });

  it('told whole again it forgets who has left', () => {
    const state = after(QUIET, some, frame({ type: 'boutique', full: true, here: [here('z', 1)] }));
    expect(Object.keys(state.boutique)).toEqual(['demo/z']);
  });

  it('the same handle at another site is somebody else', () => {
    const state = after(QUIET, frame({ type: 'boutique', full: true, here: [here('a', 1), here('a', 1, NOW, 'other')] }));
    expect(inTheBoutique(state)).toHaveLength(2);
  });

  it.each([
    ['done', ack('v1'), 'invited'],
    ['limits', error('v1', 'limits'), 'limits'],
    ['unreachable', error('v1', 'unreachable'), 'unreachable'],
    ['busy', error('v1', 'busy'), 'busy'],
    ['too fast', error('v1', 'too_fast'), 'unavailable'],
  ] as [string, Event, string][])('an invitation by hand: %s', (_, answer, expected) => {
    const state = after(QUIET, some, invite, answer);
    expect(state.invited).toEqual({ 'demo/h1': expected });
    expect(state.pending).toEqual([]);
  });
});

describe('refusals', () => {
  it.each(['too_fast', 'unavailable'] as const)('%s keeps a word for later', (code) => {
    const state = after(TALKING, say(), error('r1', code, { retryAfter: 700 }));
    expect(state.pending).toMatchObject([{ ref: 'r1', notBefore: NOW + 700 }]);
    expect(state.notice).toBeUndefined();
  });

  it('a word that cannot be said goes back to the line', () => {
    const state = after(TALKING, say(), error('r1', 'invalid', { detail: 'too long' }));
    expect(state.drafts).toEqual({ t: 'Good evening' });
    expect(state.notice).toMatchObject({ key: 'refused', detail: 'too long' });
  });

  it('unless something else is being written there', () => {
    const state = after(TALKING, say(), { type: 'draft', conversation: 't', text: 'And' }, error('r1', 'invalid'));
    expect(state.drafts).toEqual({ t: 'And' });
  });

  it('a conversation nobody knows is over', () => {
    const state = after(TALKING, say(), error('r1', 'unknown'));
    expect(state.talks.t!.state).toBe('ended');
    expect(state.notice?.key).toBe('gone');
  });

  it.each([ack('nobody'), error('nobody', 'invalid'), frame({ type: 'error', code: 'invalid' })])(
    'of what nobody asked change nothing',
    (event) => {
      expect(after(TALKING, event)).toBe(TALKING);
    },
  );
});

describe('the ways on', () => {
  it.each([
    ['transfer', { type: 'transfer', ref: 'x', conversation: 't', to: { advisor: 'camille' }, note: ' in white gold ' }, 'passed'],
    ['end', { type: 'end', ref: 'x', conversation: 't', complaint: true }, 'ended'],
  ] as [string, Event, string][])('%s is done when the desk says so', (_, act, expected) => {
    const asked = after(TALKING, act);
    expect(asked.talks.t!.state).toBe('joined');
    expect(after(asked, ack('x')).talks.t!.state).toBe(expected);
  });

  it('sends no empty words and nobody it does not mean', () => {
    const state = after(TALKING, { type: 'transfer', ref: 'x', conversation: 't', note: ' ' });
    expect(state.pending[0]!.request).toEqual({ type: 'transfer', conversation: 't' });
  });

  it('says of a complaint only when there was one', () => {
    const state = after(TALKING, { type: 'end', ref: 'x', conversation: 't', complaint: false });
    expect(state.pending[0]!.request).toEqual({ type: 'end', conversation: 't' });
  });

  it('what is over can be put away, what goes on cannot', () => {
    const over = after(TALKING, talk([message(1)], { state: 'ended' }), { type: 'put_away', conversation: 't' });
    expect(over.talks).toEqual({});
    expect(over.open).toBeUndefined();
    expect(after(TALKING, { type: 'put_away', conversation: 't' })).toBe(TALKING);
  });

  it('those that go on come before those that are over', () => {
    const state = after(QUIET, talk([], { conversation: 'a', state: 'ended' }), talk([], { conversation: 'b' }));
    expect(conversations(state).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('her list', () => {
  it('is told whole, then task by task; what is due first, then the heaviest', () => {
    const state = after(
      QUIET,
      frame({ type: 'tasks', full: true, tasks: [task('a'), task('b', { weight: 5 }), task('c')] }),
      frame({ type: 'task', ...task('d', { due: NOW + 1 }) }),
      frame({ type: 'task', id: 'c', gone: true }),
    );
    expect(list(state).map(({ id }) => id)).toEqual(['d', 'b', 'a']);
  });

  it.each([ack('d1'), error('d1', 'unknown')])('what is done or gone leaves it', (answer) => {
    const state = after(
      QUIET,
      frame({ type: 'tasks', full: true, tasks: [task('a')] }),
      { type: 'settle', ref: 'd1', task: 'a', state: 'done' },
      answer,
    );
    expect(state.tasks).toEqual({});
  });
});
