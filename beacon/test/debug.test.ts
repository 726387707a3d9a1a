import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import debug from '../src/debug';
import { differences } from '../src/debug/differences';
import { handleOf } from '../src/debug/handle';
import { takeApart, written } from '../src/debug/raw';
import { Record } from '../src/debug/record';

const gtag = (...args: unknown[]) =>
  (function (..._: unknown[]) {
    return arguments;
  })(...args);
/** Starts the module beside a tag with these attributes, on a page at this address. */
const start = (data: { [name: string]: string } = { site: 'demo', debug: '' }, path = '/', heard: unknown[][] = []) => {
  history.replaceState(null, '', path);
  document.body.innerHTML = '';
  const tag = document.body.appendChild(document.createElement('script'));
  tag.type = 'text/plain';
  tag.setAttribute('src', 'https://overture.example/overture.js');
  Object.assign(tag.dataset, data);
  return debug(heard, 'https://overture.example/overture-debug.js');
};
const root = () => document.querySelector('overture-debug')?.shadowRoot;
const text = () => root()?.textContent || '';
const event = (name: string, params = {}) => ({ name, at: 1764000000000, params });

describe('a push is taken apart', () => {
  it.each([
    ['gtag', gtag('event', 'view_item', { currency: 'EUR' }), 'view_item', { currency: 'EUR' }],
    ['a call', ['track', 'size_guide', { a: 1 }], 'size_guide', { a: 1 }],
    ['GTM', { event: 'view_item', x: 1, ecommerce: { currency: 'EUR' } }, 'view_item', { x: 1, currency: 'EUR' }],
    ['what is no event', { pageType: 'product' }, '', { pageType: 'product' }],
    ['nothing', null, '', {}],
    ['a function', () => 1, '', {}],
  ])('%s', (_, raw, name, params) => expect(takeApart(raw)).toEqual({ name, params }));

  it.each([
    [
      'a circle',
      () => {
        const a: any = {};
        a.a = a;
        return a;
      },
    ],
    ['a node', () => ({ a: document.body })],
    ['a big number', () => ({ a: 1n })],
    [
      'what throws',
      () => ({
        toJSON: () => {
          throw new Error();
        },
      }),
    ],
    ['nothing', () => undefined],
  ])('%s can be shown', (_, raw) => expect(written(raw())).toEqual(expect.any(String)));

  it('is shown as it is where it has a length of its own', () =>
    expect(JSON.parse(written({ event: 'view_item', length: 2 }))).toEqual({ event: 'view_item', length: 2 }));

  it('is bounded', () => expect(written({ a: 'x'.repeat(9000) }).length).toBeLessThan(2100));
});

describe('what became of it', () => {
  const of = (raw: object, made: object) => differences(raw, made as any).map(({ where, what }) => `${where}: ${what}`);

  it('is nothing to speak of when all was kept', () => {
    const params = { currency: 'EUR', items: [{ item_id: 'W-100', price: 12500 }] };
    expect(of(params, params)).toEqual([]);
  });
  it.each([
    ['a currency', { currency: 'RMB' }, {}, /^currency: left out: 'RMB' is no currency/],
    ['a price', { items: [{ item_id: 'a', price: '12.500' }] }, { items: [{ item_id: 'a' }] }, /^items\/\*\/price: left out: '12.500'/],
    [
      'a mended price',
      { items: [{ item_id: 'a', price: '12500.00' }] },
      { items: [{ item_id: 'a', price: 12500 }] },
      /read as 12500, was '12500.00'/,
    ],
    ['an address', { email: 'a@b.example' }, {}, /e-mail/],
    ['what is not flat', { user: {} }, {}, /only text/],
    ['a field of an item', { items: [{ item_id: 'a', colour: 'red' }] }, { items: [{ item_id: 'a' }] }, /no field of an item/],
    ['an item', { items: [null, { item_id: 'a' }] }, { items: [{ item_id: 'a' }] }, /^items: 1 of 2 left out/],
    ['no list', { items: 'W' }, {}, /items are a list/],
    ['what was added', {}, { currency: 'EUR' }, /^currency: added: 'EUR'/],
  ])('%s', (_, raw, made, expected) => expect(of(raw, made)[0]).toMatch(expected));
  it('is said once of many items, and bounded', () => {
    const items = Array.from({ length: 200 }, () => ({ item_id: 'a', colour: 'red' }));
    expect(of({ items }, { items: items.map(() => ({ item_id: 'a' })) })).toHaveLength(1);
    const many = Object.fromEntries(Array.from({ length: 99 }, (_, i) => ['p' + i, {}]));
    expect(of(many, {})).toHaveLength(21);
  });
});

describe('the record', () => {
  it('puts each event beside its push, whatever comes between', () => {
    const record = new Record();
    const [first, second] = [gtag('event', 'view_item', { a: 1 }), gtag('event', 'view_item', { a: 2 })];
    record.tell('push', first);
    record.tell('push', { ecommerce: null });
    record.tell('push', { event: 'gtm.js' });
    record.tell('left', 'gtm.js', 'unknown');
    record.tell('push', second);
    record.tell('events', [event('page_view'), event('view_item', { a: 1 }), event('view_item', { a: 2 })]);
    const beside = record.entries.map(({ name, raw, event, left }) => [name, raw !== undefined, event?.params, left]);
    expect(beside).toEqual([
      ['view_item', true, { a: 1 }, undefined],
      ['', true, undefined, undefined],
      ['gtm.js', true, undefined, 'unknown'],
      ['view_item', true, { a: 2 }, undefined],
      ['page_view', false, {}, undefined],
    ]);
  });

  it('knows a push that is read again after consent', () => {
    const record = new Record();
    const raw = { event: 'view_item' };
    record.tell('push', raw);
    record.tell('left', 'view_item', 'consent');
    record.tell('push', raw);
    record.tell('events', [event('view_item')]);
    expect(record.entries).toHaveLength(1);
    expect(record.entries[0]).toMatchObject({ name: 'view_item', event: { name: 'view_item' } });
    expect(record.entries[0]!.left).toBeUndefined();
  });

  it('gives each event the answer of its batch, and of the errors those that are its own', () => {
    const record = new Record();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => event(name));
    record.tell('events', [a, b]);
    record.tell('events', [c]);
    record.tell('batch', { events: [a, b] }, 'invalid', { errors: [{ pointer: '/events/1/params/x', detail: 'is wrong' }] });
    record.tell('batch', { events: [c] }, 'ack', {});
    expect(record.entries.map(({ answer, errors }) => [answer, errors?.length])).toEqual([
      ['invalid', 0],
      ['invalid', 1],
      ['ack', undefined],
    ]);
  });

  it('is bounded', () => {
    const record = new Record();
    for (let i = 0; i < 2000; i++) {
      record.tell('push', { event: 'view_item' });
      record.tell('events', [event('view_item')]);
    }
    expect(record.entries).toHaveLength(100);
  });
});

it('knows the handle under which the house knows a visitor', async () => {
  expect(await handleOf('vvvvvvvvvvvvvvvvvvvvvvv1')).toBe('e0oMniDgHwGHNPn9iFi3jO9t');
});

describe('the overlay', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = '';
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const pass = () => vi.advanceTimersByTimeAsync(200);

  it('shows what was pushed beside what was made of it, and what the server said', async () => {
    const watch = start();
    watch('push', { event: 'view_item', ecommerce: { currency: 'RMB', items: [{ item_id: 'W-100' }] } });
    const made = event('view_item', { items: [{ item_id: 'W-100' }] });
    watch('events', [made]);
    watch('batch', { events: [made] }, 'ack', {});
    await pass();
    expect(text()).toContain('view_item');
    expect(text()).toContain("currency: left out: 'RMB'");
    expect(text()).toContain('taken (ack)');
  });

  it('waits, when the address asked for it, until the server has taken something of this page', async () => {
    vi.spyOn(console, 'info').mockImplementation(() => {});
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const watch = start({ site: 'demo' }, '/?overture=debug');
    watch('socket', 'open');
    watch('batch', { events: [] }, 403, {});
    await pass();
    expect(root()).toBeUndefined();
    watch('socket', 'welcome');
    await pass();
    expect(root()).toBeTruthy();
  });

  it('is folded by Escape, keeps its keys from the shop, and stays closed once closed', async () => {
    const watch = start();
    await pass();
    const keys = vi.fn();
    addEventListener('keydown', keys);
    const [toggle, close] = root()!.querySelectorAll('button');
    const before = toggle!.ariaExpanded;
    toggle!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect([before, toggle!.ariaExpanded]).toEqual(['true', 'false']);
    expect(keys).not.toHaveBeenCalled();
    close!.click();
    watch('socket', 'welcome');
    await pass();
    expect(document.querySelector('overture-debug')).toBeNull();
    removeEventListener('keydown', keys);
  });

  it.each([
    ['', 'https://overture.example'],
    ['https://house.example/anything', 'https://house.example'],
  ])('leads to the doors for people (data-debug="%s")', async (debug, house) => {
    localStorage.overture = JSON.stringify({ v: 'v'.repeat(32) });
    start({ site: 'demo', debug });
    await pass();
    const near = await vi.waitUntil(() => root()!.querySelector<HTMLAnchorElement>('a[href*=visitor]'));
    expect(near.href).toMatch(new RegExp(`^${house}/console/near\\.html\\?site=demo&visitor=[0-9a-f]{2}[\\w-]{22}$`));
    localStorage.clear();
  });

  it('comes back when the shop replaces its body', async () => {
    const watch = start();
    await pass();
    document.body.innerHTML = '';
    watch('socket', 'welcome');
    await pass();
    expect(root()).toBeTruthy();
  });
});

describe('the warning', () => {
  beforeEach(() => (document.body.innerHTML = ''));
  afterEach(() => vi.restoreAllMocks());
  it.each([
    [403, 'overture.sites.demo.origins'],
    [4403, 'overture.sites.demo.origins'],
    ['invalid', 'data-debug'],
    [413, 'proxy'],
  ])('for %s is said once and says what helps', (why, remedy) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const watch = start({ site: 'demo' });
    watch('refused', why);
    watch('refused', 4403);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]![0]).toContain(remedy);
    expect(root()).toBeUndefined();
  });
  it('speaks of the attribute where no site is named', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    start({})('refused', 400);
    expect(warn.mock.calls[0]![0]).toContain('data-site');
  });
});
