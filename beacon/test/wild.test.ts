import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket, events, look, named, names, open, overture, pass, posts, setUp, socket, tearDown } from './shop';

const push = (...pushed: unknown[]) => ((window as any).dataLayer ||= []).push(...pushed);
const gtag = function (..._args: unknown[]) {
  push(arguments);
} as (...args: unknown[]) => void;
const GRANTED = { analytics_storage: 'granted', personalization_storage: 'granted' };
const DENIED = { analytics_storage: 'denied' };
const VIEW = { event: 'view_item', ecommerce: { currency: 'EUR', items: [{ item_id: 'W-100', price: 12500 }] } };
const stored = () => JSON.parse(localStorage.overture);
const visitors = () => posts.map(({ body }) => body.visitor);
const elsewhere = (newValue: string | null, key: string | null = 'overture') => {
  if (key) newValue ? localStorage.setItem(key, newValue) : localStorage.removeItem(key);
  else localStorage.clear();
  window.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
};
const restore = (event = 'pageshow') => window.dispatchEvent(Object.assign(new Event(event), { persisted: true }));
const someone = (v: string) => JSON.stringify({ v: v.repeat(32), s: 's'.repeat(32), t: Date.now(), w: {} });

beforeEach(setUp);
afterEach(tearDown);

describe('storage', () => {
  it.each([
    ['null', () => vi.stubGlobal('localStorage', null)],
    [
      'throwing',
      () =>
        vi.stubGlobal(
          'localStorage',
          new Proxy(
            {},
            {
              get: () => {
                throw new Error('denied');
              },
            },
          ),
        ),
    ],
    [
      'full',
      () =>
        vi.stubGlobal(
          'localStorage',
          new Proxy(
            {},
            {
              set: () => {
                throw new Error('quota');
              },
            },
          ),
        ),
    ],
    ['that forgets', () => vi.stubGlobal('localStorage', new Proxy({}, { set: () => true }))],
    ['with somebody’s text', () => (localStorage.overture = 'yes, please')],
    ['with somebody’s JSON', () => (localStorage.overture = '{"volume":11}')],
    ['with somebody’s null', () => (localStorage.overture = 'null')],
  ])('%s: the page’s memory serves', async (_case, act) => {
    act();
    const before = _case.startsWith('with') && localStorage.overture;
    await open();
    push(VIEW);
    await pass(2000);
    overture('track', 'note', {});
    await pass(2000);
    expect(names()).toEqual(['page_view', 'view_item', 'note']);
    expect(new Set(visitors()).size).toBe(1);
    if (before) expect(localStorage.overture).toBe(before);
  });

  it('cleared in another tab: what follows is of somebody else, by her own head and connection', async () => {
    await open();
    socket().welcome();
    await pass(1000);
    const [first] = FakeSocket.all;
    const { visitor } = first!.of('hello')[0];
    first!.say({ ...first!.of('beacon')[0], type: 'ack' });
    overture('track', 'before', {});
    elsewhere(null, null);
    overture('track', 'after', {});
    await pass(5000);
    const heads = posts.map(({ body }) => [body.visitor == visitor, body.events.map((event: any) => event.name)]);
    const said = first!.of('beacon').flatMap(({ events }: any) => events.map((event: any) => event.name));
    expect(said).not.toContain('after');
    expect([...heads, [true, said]]).toContainEqual([false, ['after']]);
    socket().onopen!();
    expect([socket() != first, socket().of('hello')[0].visitor]).toEqual([true, stored().v]);
  });
});

describe('addresses', () => {
  const slices = () => named('user_engagement').map(({ params }) => params.item_id || params.page);
  const pages = () => named('page_view').map(({ params }) => [params.page_location, params.page_title]);

  it.each(['?variant=4711', '', '?utm_source=x#top'])('a query put in the place of another (%s) moves no engaged time', async (query) => {
    await open({ consent: 'granted' }, '/w?utm_source=x');
    push(VIEW);
    await pass(1000);
    history.replaceState({}, '', location.pathname + query);
    await pass(10000);
    expect(slices()).toEqual(['W-100']);
    expect(pages().length).toBe(1);
  });

  it('a path put in the place of another is another page', async () => {
    await open({ consent: 'granted' }, '/a');
    history.replaceState({}, '', '/b');
    await pass(2000);
    expect(pages().map(([at]) => at)).toEqual(['/a', '/b']);
  });

  it('a piece told of before the router changes the address has the engaged time of its page', async () => {
    await open({ consent: 'granted' }, '/a');
    await pass(2000);
    push(VIEW);
    history.pushState({}, '', '/w-100');
    await pass(12000);
    expect(slices()).toEqual(['/a', 'W-100']);
  });

  it('a page has the title that is set a little later', async () => {
    document.title = 'One';
    await open({ consent: 'granted' }, '/one');
    await pass(1500);
    history.pushState({}, '', '/two');
    setTimeout(() => (document.title = 'Two'), 50);
    await pass(2000);
    expect(pages()).toEqual([
      ['/one', 'One'],
      ['/two', 'Two'],
    ]);
  });

  it('a page that comes back is seen again, and the piece on it', async () => {
    await open({ consent: 'granted' }, '/w');
    push(VIEW);
    await pass(2000);
    window.dispatchEvent(new Event('pagehide'));
    restore();
    await pass(12000);
    expect(pages().length).toBe(2);
    expect(new Set(slices())).toEqual(new Set(['W-100']));
  });
});

describe('the start', () => {
  it('waits while the page is prerendered', async () => {
    const prerendering = vi.fn(() => true);
    Object.defineProperty(document, 'prerendering', { get: prerendering, configurable: true });
    push(VIEW);
    await open();
    overture('track', 'note', {});
    await pass(30000);
    expect([localStorage.length, posts.length, FakeSocket.all.length]).toEqual([0, 0, 0]);
    prerendering.mockReturnValue(false);
    document.dispatchEvent(new Event('prerenderingchange'));
    await pass(2000);
    delete (document as any).prerendering;
    expect(names()).toEqual(['page_view', 'note', 'view_item']);
  });

  it.each([{ pageType: 'product' }, 'x', 7, null, { push: 1 }])('survives a data layer that is none: %o', async (wrong) => {
    (window as any).dataLayer = wrong;
    await open();
    overture('track', 'note', {});
    await pass(11000);
    expect(names()).toEqual(['page_view', 'note', 'user_engagement']);
  });

  it('takes the site from its own address where attributes were dropped', async () => {
    await open({ site: '', consent: 'granted' }, '/', '?site=maison');
    await pass(2000);
    expect(posts[0]!.body.site).toBe('maison');
  });

  it.each(['in the stub', 'later'])('takes the site from a call %s, and what waited for it', async (when) => {
    const calls = [
      ['track', 'note', {}],
      ['site', 'maison'],
    ];
    (window as any).overture = Object.assign(() => {}, { q: when == 'later' ? calls.slice(0, 1) : calls });
    await open({ site: '', consent: 'granted' });
    if (when == 'later') {
      await pass(5000);
      expect(posts.length).toBe(0);
      overture('site', 'maison');
    }
    await pass(2000);
    expect([posts[0]!.body.site, names()]).toEqual(['maison', ['page_view', 'note']]);
  });

  it('finds its tag where no script is current', async () => {
    document.head.innerHTML =
      '<script type="x" src="https://overture.example/overture.js" data-site="other" data-consent="granted"></script>';
    await open({}, '/', '', true);
    await pass(2000);
    document.head.innerHTML = '';
    expect([posts[0]!.url.startsWith('https://overture.example/'), posts[0]!.body.site]).toEqual([true, 'other']);
  });
});

describe('consent', () => {
  it('carries the instant of the word, and keeps it when the word is said again', async () => {
    await open({});
    await pass(5000);
    gtag('consent', 'update', GRANTED);
    const at = Date.now();
    await pass(5000);
    gtag('consent', 'update', GRANTED);
    overture('track', 'note', {});
    await pass(2000);
    expect(posts.map(({ body }) => body.consent.at)).toEqual([at, at]);
    expect(socket().of('hello').length).toBe(0);
    socket().onopen!();
    expect(socket().of('hello')[0]).toMatchObject({ consent: { at }, sentAt: Date.now() });
  });

  it('that comes late is for what the page has pushed before, and once', async () => {
    push(VIEW);
    await open({});
    push({ event: 'search', search_term: 'x' });
    await pass(3000);
    expect([posts.length, localStorage.length]).toEqual([0, 0]);
    gtag('consent', 'update', GRANTED);
    push({ event: 'share' });
    await pass(2000);
    expect(names()).toEqual(['page_view', 'view_item', 'search', 'share']);
  });

  it('given again after a withdrawal is for what follows', async () => {
    await open();
    push(VIEW);
    overture('consent', DENIED);
    push({ event: 'search', search_term: 'x' });
    overture('consent', GRANTED);
    push({ event: 'share' });
    await pass(2000);
    expect(names()).toEqual(['page_view', 'share']);
  });

  it.each([
    ['in another tab', () => elsewhere(null)],
    ['as the server says', () => (socket().welcome(), socket().say({ type: 'consent', ...DENIED, at: Date.now() }))],
    ['while the page was away', () => (window.dispatchEvent(new Event('pagehide')), localStorage.clear(), restore())],
  ])('withdrawn %s: silence', async (_case, act) => {
    await open();
    await pass(2000);
    const before = stored().v;
    act();
    const seen = events().length;
    overture('track', 'note', {});
    push(VIEW);
    look({ hidden: true });
    window.dispatchEvent(new Event('pageshow'));
    await pass(60000);
    expect([events().length, localStorage.length, socket().closed]).toEqual([seen, 0, true]);
    expect(visitors().every((visitor) => visitor == before)).toBe(true);
    overture('consent', GRANTED);
    await pass(2000);
    expect([events().length > seen, stored().v == before]).toEqual([true, false]);
  });

  it('withdrawn in another tab leaves what a newer grant has stored', async () => {
    await open();
    localStorage.overture = someone('w');
    window.dispatchEvent(Object.assign(new Event('storage'), { key: 'overture', newValue: null }));
    overture('track', 'note', {});
    await pass(3000);
    expect([stored().v, names().includes('note')]).toEqual(['w'.repeat(32), false]);
  });

  it('is read from Google’s own state, now and as it changes', async () => {
    let changed = () => {};
    const entries: any = { analytics_storage: { default: false } };
    vi.stubGlobal('google_tag_data', { ics: { entries, addListener: (_names: string[], f: () => void) => (changed = f) } });
    await open({});
    await pass(2000);
    expect(posts.length).toBe(0);
    entries.analytics_storage.update = true;
    changed();
    await pass(2000);
    expect([names(), localStorage.length]).toEqual([['page_view'], 1]);
    entries.analytics_storage.update = false;
    changed();
    await pass(2000);
    expect([posts.at(-1)!.body.consent.analytics_storage, localStorage.length]).toEqual(['denied', 0]);
  });
});

describe('signing out', () => {
  const heads = () => posts.map(({ body }) => [body.client, body.signedOut]);

  it('is said where the shop says so', async () => {
    await open();
    overture('client', 'a.b.c');
    await pass(2000);
    overture('client', null);
    overture('track', 'note', {});
    await pass(2000);
    expect(heads()).toEqual([
      ['a.b.c', undefined],
      [undefined, true],
    ]);
  });

  it.each([
    [true, 'no token', () => {}, true],
    [true, 'a token', () => overture('client', 'a.b.c'), undefined],
    [undefined, 'no token', () => {}, undefined],
  ])('after a page on which she was known (%s) and now %s', async (k, _case, act, signedOut) => {
    localStorage.overture = JSON.stringify({ ...JSON.parse(someone('v')), k });
    await open();
    act();
    await pass(4900);
    expect(posts[0]!.body.signedOut).toBeUndefined();
    await pass(200);
    overture('track', 'note', {});
    await pass(2000);
    expect(posts.at(-1)!.body.signedOut).toBe(signedOut);
  });
});

describe('the connection', () => {
  it('that welcomes and closes at once is tried more and more seldom', async () => {
    await open();
    const times: number[] = [];
    for (let end = Date.now() + 120000, seen = 0; Date.now() < end; await pass(250)) {
      if (FakeSocket.all.length == seen) continue;
      seen = FakeSocket.all.length;
      times.push(Date.now());
      socket().welcome();
      const current = socket();
      setTimeout(() => current.onclose?.({ code: 1013 }), 50);
    }
    expect(times.length).toBeLessThan(20);
  });

  it('that held is begun anew at once', async () => {
    await open();
    look({ focused: false });
    for (let i = 0; i < 6; i++) {
      socket().onclose?.({ code: 1006 });
      await pass(25000);
    }
    while (socket().closed) await pass(500);
    socket().welcome();
    await pass(35000);
    const before = FakeSocket.all.length;
    socket().onclose!({ code: 1006 });
    await pass(2000);
    expect(FakeSocket.all.length).toBe(before + 1);
  });

  it('that swallows a batch: the batch goes by HTTP, though another connection is there', async () => {
    await open();
    socket().welcome();
    await pass(1000);
    const [swallowed] = socket().of('beacon');
    for (let i = 0; i < 30; i++) {
      await pass(1000);
      if (!socket().closed && !socket().of('hello').length) socket().welcome();
    }
    expect(posts[0]!.body).toMatchObject({ source: swallowed.source, seq: swallowed.seq });
    const others = FakeSocket.all.slice(1);
    expect([others.length > 0, others.flatMap((each) => each.of('beacon')).filter(({ seq }) => seq == swallowed.seq)]).toEqual([true, []]);
  });
});
