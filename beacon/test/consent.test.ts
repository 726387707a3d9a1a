import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket, names, open, overture, pass, posts, setUp, socket, tearDown } from './shop';

const gtag = function (..._args: unknown[]) {
  // gtag.js pushes `arguments`, not an array.
  ((window as any).dataLayer ||= []).push(arguments);
} as (...args: unknown[]) => void;

const GRANTED = { analytics_storage: 'granted', personalization_storage: 'granted' };

beforeEach(setUp);
afterEach(tearDown);

describe('before consent', () => {
  it('stores nothing, sends nothing, connects to nothing', async () => {
    await open({});
    overture('track', 'view_detail', { topic: 'sizing' });
    overture('ask');
    await pass(60000);
    expect([localStorage.length, posts.length, FakeSocket.all.length]).toEqual([0, 0, 0]);
  });

  it('keeps no event for later', async () => {
    await open({});
    overture('track', 'view_detail', { topic: 'sizing' });
    gtag('consent', 'update', GRANTED);
    await pass(1000);
    expect(names()).toEqual(['page_view']);
  });
});

describe('signals', () => {
  it.each([
    ['an update', [['update', GRANTED]], true],
    ['a default', [['default', GRANTED]], true],
    ['a default that denies', [['default', { analytics_storage: 'denied' }]], false],
    [
      'a default after an update',
      [
        ['update', GRANTED],
        ['default', { analytics_storage: 'denied' }],
      ],
      true,
    ],
    ['defaults by region', [['default', { ...GRANTED, region: ['US'] }]], false],
    [
      'a denied region, granted elsewhere',
      [
        ['default', { analytics_storage: 'denied', region: ['FR'] }],
        ['default', GRANTED],
      ],
      false,
    ],
  ] as const)('%s', async (_case, signals, granted) => {
    await open({});
    for (const signal of signals) gtag('consent', ...signal);
    await pass(1000);
    expect(posts.length > 0).toBe(granted);
  });

  it('given before the script loaded are read', async () => {
    gtag('consent', 'default', GRANTED);
    await open({});
    await pass(1000);
    expect(posts[0]!.body.consent).toEqual({ ...GRANTED, at: 1764000000000 });
  });

  it('Global Privacy Control denies personalization, and the client token stays here', async () => {
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { globalPrivacyControl: true }));
    await open();
    overture('client', 'a.b.c');
    await pass(1000);
    expect(posts[0]!.body.consent).toMatchObject({ analytics_storage: 'granted', personalization_storage: 'denied' });
    expect(posts[0]!.body.client).toBeUndefined();
  });
});

describe('a refusal', () => {
  const KEPT = JSON.stringify({ v: 'v'.repeat(32), s: 's'.repeat(32), t: 0, w: {} });

  it.each([
    ['update', 0],
    ['default', 1],
  ])('by %s leaves %i of what earlier pages stored', async (kind, left) => {
    localStorage.overture = KEPT;
    await open({});
    gtag('consent', kind, { analytics_storage: 'denied' });
    expect(localStorage.length).toBe(left);
  });
});

describe('withdrawal', () => {
  it('is said once by HTTP under the identifiers she had, then nothing is left', async () => {
    await open();
    socket().welcome();
    await pass(1000);
    const { visitor } = socket().of('hello')[0];
    overture('consent', { analytics_storage: 'denied' });
    await pass(60000);
    expect(posts.map(({ body }) => [body.visitor, body.consent.analytics_storage, body.events])).toEqual([[visitor, 'denied', []]]);
    expect(localStorage.length).toBe(0);
    expect(socket().closed).toBe(true);
  });

  it('and consent again make her somebody else', async () => {
    await open();
    await pass(1000);
    overture('consent', { analytics_storage: 'denied' });
    overture('consent', GRANTED);
    await pass(2000);
    const [before, , after] = posts.map((post) => post.body);
    expect(after.visitor).not.toBe(before.visitor);
    expect(after.source).not.toBe(before.source);
    expect(after.seq).toBe(1);
  });
});
