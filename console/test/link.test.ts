import { afterEach, describe, expect, it, vi } from 'vitest';
import { backoff } from '../src/link/backoff';
import { carrier } from '../src/link/carrier';
import { MOST, PATIENCE } from '../src/link/link';
import { message } from './scenes';
import { connect, pass } from './wire.fake';

afterEach(() => vi.useRealTimers());

const talk = (offset: number, change: object = {}) =>
  ({
    type: 'talk',
    conversation: 't',
    epoch: 'e1',
    turn: 0,
    state: 'joined',
    offset,
    messages: Array.from({ length: offset }, (_, n) => message(n + 1)),
    full: true,
    ...change,
  }) as const;

describe('full jitter', () => {
  it.each([
    [1, 1, 1_000],
    [2, 1, 2_000],
    [5, 1, 16_000],
    [6, 1, 20_000],
    [50, 1, 20_000],
    [3, 0.5, 2_000],
    [3, 0, 500],
    [50, 0, 500],
  ])('attempt %i at %f waits %i ms', (attempt, random, expected) => {
    expect(backoff(attempt, () => random)).toBe(expected);
  });
});

describe('who connects', () => {
  it('is said by a subprotocol, for a socket carries no header', () => {
    expect(carrier('Basic YTpi+/=')).toEqual([
      'overture.v1',
      'bearer-token-carrier',
      'quarkus-http-upgrade%23Authorization%23Basic%20YTpi%2B%2F%3D',
    ]);
  });

  it('is asked anew for each connection, so that a renewed token is used', async () => {
    let count = 0;
    const { sockets, socket } = await connect({ authorization: async () => `Bearer ${++count}` });
    socket().welcome();
    socket().drop();
    await pass(1_000);
    expect(sockets.map(({ protocols }) => decodeURIComponent(protocols[2]!).split(' ').at(-1))).toEqual(['1', '2']);
  });

  it.each([
    ['nobody is signed in', { authorization: async () => undefined }],
    ['the token cannot be renewed', { authorization: () => Promise.reject(new Error('gone')) }],
  ])('nothing is opened when %s', async (_, outside) => {
    const { store, sockets } = await connect(outside);
    expect(sockets).toHaveLength(0);
    expect(store.state.link).toEqual({ state: 'refused', why: 'signed_out' });
  });

  it('a password the service does not know is not tried for ever', async () => {
    const { store, sockets, socket } = await connect({ isKnown: async () => false });
    socket().drop();
    await pass(60_000);
    expect(sockets).toHaveLength(1);
    expect(store.state.link).toEqual({ state: 'refused', why: 'signed_out' });
  });

  it('on no roster there is nothing to wait for', async () => {
    const { store, sockets, socket } = await connect();
    socket().onopen?.();
    socket().drop(4403);
    await pass(60_000);
    expect(sockets).toHaveLength(1);
    expect(store.state.link).toEqual({ state: 'refused', why: 'roster' });
  });
});

describe('greeting', () => {
  it('comes first, and nothing else before the welcome', async () => {
    const { store, socket } = await connect();
    store.dispatch({ type: 'present', ref: 'p', state: 'busy' });
    socket().onopen?.();
    expect(socket().sent).toMatchObject([{ type: 'hello', talks: [] }]);
  });

  it('then what is pending, and how much of the boutique is watched', async () => {
    const { store, socket } = await connect();
    store.dispatch({ type: 'present', ref: 'p', state: 'busy' });
    socket().welcome();
    expect(socket().of('presence')).toEqual([{ type: 'presence', state: 'busy', ref: 'p' }]);
    expect(socket().of('watch')).toMatchObject([{ most: MOST }]);
  });

  it('says on coming back what it has of each conversation', async () => {
    const { socket } = await connect();
    socket().welcome();
    socket().say(talk(3));
    socket().drop();
    await pass(1_000);
    socket().onopen?.();
    expect(socket().of('hello')[0].talks).toEqual([{ id: 't', epoch: 'e1', offset: 3 }]);
  });

  it('is said again when a message is missing, once a second at most', async () => {
    const { store, socket } = await connect();
    socket().welcome();
    socket().say(talk(1));
    await pass(1_000);
    for (const offset of [3, 5, 7]) socket().say({ type: 'message', conversation: 't', epoch: 'e1', ...message(offset) });
    const hellos = socket().of('hello').length;
    socket().say(talk(7));
    await pass(5_000);
    expect(hellos).toBe(2);
    expect(socket().of('hello')).toHaveLength(2);
    expect(store.state.talks.t!.offset).toBe(7);
  });
});

describe('what was said', () => {
  const say = { type: 'say', ref: 'r', conversation: 't', id: 'i', text: 'Good evening' } as const;

  it('is sent again after a connection that was lost, with the same id', async () => {
    const { store, sockets, socket } = await connect();
    socket().welcome();
    socket().say(talk(1));
    store.dispatch(say);
    socket().drop();
    await pass(1_000);
    socket().welcome();
    expect(sockets.map((each) => each.of('say'))).toEqual([[{ ...say }], [{ ...say }]]);
  });

  it('is sent once on one connection, whatever else happens', async () => {
    const { store, socket } = await connect();
    socket().welcome();
    socket().say(talk(1));
    store.dispatch(say);
    store.dispatch({ type: 'draft', conversation: 't', text: 'And' });
    await pass(3_000);
    expect(socket().of('say')).toHaveLength(1);
  });

  it('is tried again when the desk asked for a moment', async () => {
    const { store, socket } = await connect();
    socket().welcome();
    socket().say(talk(1));
    store.dispatch(say);
    socket().say({ type: 'error', ref: 'r', code: 'too_fast', retryAfter: 3_000 });
    await pass(2_000);
    const early = socket().of('say').length;
    await pass(2_000);
    expect([early, socket().of('say').length]).toEqual([1, 2]);
  });

  it('is told of as it is written, once in a while, and never without a connection', async () => {
    const { link, socket } = await connect();
    link.typing('t');
    socket().welcome();
    for (let n = 0; n < 30; n++) {
      link.typing('t');
      await pass(100);
    }
    expect(socket().of('typing')).toHaveLength(2);
  });
});

describe('a connection that is gone', () => {
  it('is found out when an answer stays away', async () => {
    const { store, sockets, socket } = await connect();
    socket().welcome();
    store.dispatch({ type: 'present', ref: 'p', state: 'busy' });
    await pass(PATIENCE + 1_000);
    expect(sockets[0]!.closed).toBe(true);
    expect(store.state.link.state).not.toBe('open');
  });

  it('is found out when no welcome comes', async () => {
    const { sockets, socket } = await connect();
    socket().onopen?.();
    await pass(PATIENCE + 1_000);
    expect(sockets[0]!.closed).toBe(true);
  });

  it('is found out in a long silence, by asking', async () => {
    const { sockets, socket } = await connect();
    socket().welcome();
    await pass(26_000);
    const asked = socket().of('watch').length;
    await pass(PATIENCE + 1_000);
    expect(asked).toBe(2);
    expect(sockets[0]!.closed).toBe(true);
  });

  it('is no reason to ask while it speaks', async () => {
    const { sockets, socket } = await connect();
    socket().welcome();
    for (let n = 0; n < 6; n++) {
      await pass(20_000);
      socket().say({ type: 'boutique', here: [] });
    }
    expect(socket().of('watch')).toHaveLength(1);
    expect(sockets).toHaveLength(1);
  });

  it('comes back ever more slowly, and asks first whether it is known', async () => {
    const { sockets, asked } = await connect();
    for (const wait of [1_000, 2_000, 4_000]) {
      sockets.at(-1)!.drop();
      await pass(wait - 1);
      const early = sockets.length;
      await pass(1);
      expect(sockets.length).toBe(early + 1);
    }
    expect(asked).toHaveLength(3);
  });

  it('starts with short waits again after a welcome', async () => {
    const { sockets, socket } = await connect();
    for (const wait of [1_000, 2_000]) {
      socket().drop();
      await pass(wait);
    }
    socket().welcome();
    socket().drop();
    await pass(1_000);
    expect(sockets).toHaveLength(4);
  });

  it('comes back at once when the network says it is there', async () => {
    const { link, sockets, socket } = await connect();
    socket().drop();
    link.hurry();
    await pass(0);
    expect(sockets).toHaveLength(2);
  });

  it('goes when it is told to, and comes back when it was told to', async () => {
    const { sockets, socket } = await connect();
    socket().welcome();
    socket().say({ type: 'go_away', reconnectAfter: 7_000 });
    await pass(6_999);
    const early = sockets.length;
    await pass(1);
    expect([sockets[0]!.closed, early, sockets.length]).toEqual([true, 1, 2]);
  });

  it('does not come back after she signed out', async () => {
    const { link, sockets, socket } = await connect();
    socket().welcome();
    link.stop();
    await pass(60_000);
    expect(sockets).toHaveLength(1);
    expect(socket().closed).toBe(true);
  });
});
