import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { events, named, names, open, overture, pass, posts, setUp, tearDown } from './shop';

const layer = () => ((window as any).dataLayer ||= []);
const push = (...pushed: unknown[]) => layer().push(...pushed);
const gtag = function (..._args: unknown[]) {
  layer().push(arguments);
} as (...args: unknown[]) => void;
const view = (ecommerce: unknown) => push({ event: 'view_item', ecommerce });
const GOOD = { item_id: 'W-100', price: 12500 };

beforeEach(setUp);
afterEach(tearDown);

/** What the contract refuses, as the reader of beacons has it. */
const wrong = (value: any, name = ''): string[] => {
  if (typeof value == 'string') {
    const most = name == 'client' ? 4096 : 512;
    return value.length > most || /\p{Cs}/u.test(value) ? [name] : [];
  }
  if (Array.isArray(value)) return value.length > 200 ? [name] : value.flatMap((each) => wrong(each, name));
  if (value === null || typeof value == 'number') return [];
  if (typeof value == 'object') return Object.entries(value).flatMap(([name, each]) => wrong(each, name));
  return typeof value == 'boolean' ? [] : [name];
};
const TEXTS = ['search_term', 'topic', 'transaction_id', 'item_id', 'currency', 'page', 'page_title'];
const refused = () =>
  posts.flatMap(({ body }) => [
    ...wrong(body),
    ...Object.entries(body.context).flatMap(([name, value]) => (name == 'campaign' || typeof value == 'string' ? [] : [name])),
    ...body.events.flatMap(({ name, at, params }: any) => [
      ...(typeof name == 'string' && name.length > 0 && name.length <= 40 ? [] : ['name']),
      ...(Number.isInteger(at) ? [] : ['at']),
      ...(Object.keys(params).length <= 32 ? [] : ['params']),
      ...TEXTS.filter((field) => field in params && typeof params[field] != 'string'),
      ...['price', 'value', 'quantity', 'results', 'engagement_time_msec'].filter(
        (field) => field in params && !(params[field] >= 0 && params[field] <= 1e12 && typeof params[field] == 'number'),
      ),
      ...('results' in params && !(Number.isInteger(params.results) && params.results < 2 ** 31) ? ['results'] : []),
      ...('active' in params && typeof params.active != 'boolean' ? ['active'] : []),
      ...('currency' in params && !Intl.supportedValuesOf('currency').includes(params.currency) ? ['currency'] : []),
      ...('items' in params && !Array.isArray(params.items) ? ['items'] : []),
      ...(params.items ?? []).flatMap((item: any) => (item?.item_id || item?.item_name ? [] : ['item'])),
    ]),
  ]);

const LONE = 'Bague \ud83d';
const ODD: [string, () => void, string, object | undefined][] = [
  ['RMB', () => view({ currency: 'RMB', items: [GOOD] }), 'view_item', { currency: 'CNY', items: [GOOD] }],
  ['a currency of nobody', () => view({ currency: 'XYZ', items: [GOOD] }), 'view_item', { items: [GOOD] }],
  [
    'items of GA3',
    () => gtag('event', 'view_item', { currency: 'EUR', items: [{ id: 'W1', name: 'Watch', brand: 'A', category: 'w', price: 5 }] }),
    'view_item',
    { currency: 'EUR', items: [{ item_id: 'W1', item_name: 'Watch', item_brand: 'A', item_category: 'w', price: 5 }] },
  ],
  [
    'a null item',
    () => gtag('event', 'view_item_list', { currency: 'EUR', items: [null, GOOD] }),
    'view_item_list',
    { currency: 'EUR', items: [GOOD] },
  ],
  ['a text for an item', () => gtag('event', 'view_item_list', { items: ['W1'] }), 'view_item_list', {}],
  [
    'an item without id',
    () => gtag('event', 'view_item_list', { items: [{ item_id: null }, { item_id: '', item_name: '' }, { item_id: NaN }] }),
    'view_item_list',
    {},
  ],
  ['an empty cart', () => gtag('event', 'view_cart', { items: [] }), 'view_cart', { items: [] }],
  ['one item, no list', () => gtag('event', 'view_item', { items: GOOD }), 'view_item', { items: [GOOD] }],
  [
    'an @ that is no address',
    () => view({ items: [{ item_id: '4711@boutique', item_name: 'Ring@54' }] }),
    'view_item',
    { items: [{ item_id: '4711@boutique', item_name: 'Ring@54' }] },
  ],
  [
    'an e-mail address',
    () => view({ items: [{ item_id: 'W1', item_name: 'jane.doe%40example.com' }] }),
    'view_item',
    { items: [{ item_id: 'W1' }] },
  ],
  [
    'half a pair',
    () => view({ items: [{ item_id: 'W1', item_name: LONE }] }),
    'view_item',
    { items: [{ item_id: 'W1', item_name: 'Bague ' }] },
  ],
  [
    'a pair that our own cut would halve',
    () => gtag('event', 'search', { search_term: 'x'.repeat(511) + '💍', results: 0 }),
    'search',
    { search_term: 'x'.repeat(511), results: 0 },
  ],
  [
    'a number as search term',
    () => gtag('event', 'search', { search_term: 2024, results: 0 }),
    'search',
    { search_term: '2024', results: 0 },
  ],
  ['true as search term', () => gtag('event', 'search', { search_term: true, results: 0 }), 'search', { results: 0 }],
  ['results that are no count', () => gtag('event', 'search', { results: '3.5' }), 'search', {}],
  ['more results than there are', () => gtag('event', 'search', { results: 3e9 }), 'search', {}],
  ['results as text', () => gtag('event', 'search', { results: '0' }), 'search', { results: 0 }],
  ['a number as topic', () => push({ event: 'view_detail', topic: 3, item_id: 'W1' }), 'view_detail', { topic: '3', item_id: 'W1' }],
  ['a brand that is false', () => view({ items: [{ ...GOOD, item_brand: false }] }), 'view_item', { items: [GOOD] }],
  ['no name', () => overture('track', ''), '', undefined],
  ['an object for a name', () => overture('track', {}), '[object Object]', undefined],
  ['a long name', () => overture('track', 'n'.repeat(50)), 'n'.repeat(40), {}],
  ['a long name that nobody knows', () => push({ event: 'purchase_confirmation_page_loaded_registered_customer' }), 'purchase', undefined],
  ['a name that begins like one', () => push({ event: 'search_overlay_opened', user_name: 'Jane' }), 'search_overlay_opened', undefined],
  ['a name in a list', () => gtag('event', ['view_item'], {}), 'view_item', undefined],
  [
    'engaged time as text',
    () => overture('track', 'user_engagement', { engagement_time_msec: '5000', active: 'yes' }),
    'user_engagement',
    { engagement_time_msec: 5000 },
  ],
  ['more engaged time than a day has', () => overture('track', 'user_engagement', { engagement_time_msec: 9e7 }), 'user_engagement', {}],
  ['the currency in the item', () => view({ items: [{ ...GOOD, currency: 'EUR' }] }), 'view_item', { currency: 'EUR', items: [GOOD] }],
  [
    'an item in another currency',
    () => view({ currency: 'EUR', items: [{ ...GOOD, currency: 'USD' }] }),
    'view_item',
    { currency: 'EUR', items: [{ item_id: 'W-100' }] },
  ],
  [
    'the currency in an earlier push',
    () => (push({ ecommerce: { currency: 'EUR' } }), view({ items: [GOOD] })),
    'view_item',
    { currency: 'EUR', items: [GOOD] },
  ],
  [
    'the currency in a push that was cleared',
    () => (push({ ecommerce: { currency: 'EUR' } }, { ecommerce: null }), view({ items: [GOOD] })),
    'view_item',
    { items: [GOOD] },
  ],
  [
    'the currency set',
    () => (gtag('set', { currency: 'EUR' }), gtag('event', 'view_item', { items: [GOOD] })),
    'view_item',
    { currency: 'EUR', items: [GOOD] },
  ],
  [
    'the currency set by name',
    () => (gtag('set', 'currency', 'EUR'), gtag('event', 'view_item', { items: [GOOD] })),
    'view_item',
    { currency: 'EUR', items: [GOOD] },
  ],
  [
    'an event model',
    () => push({ event: 'view_item', eventModel: { currency: 'EUR', items: [GOOD] } }),
    'view_item',
    { currency: 'EUR', items: [GOOD] },
  ],
  [
    'a price for people',
    () => view({ currency: 'EUR', items: [{ item_id: 'W1', price: '12.500' }] }),
    'view_item',
    { currency: 'EUR', items: [{ item_id: 'W1', price: 12500 }] },
  ],
  [
    'an address with a query',
    () => gtag('event', 'share', { url: 'https://x.example/a?token=1#b' }),
    'share',
    { url: 'https://x.example/a' },
  ],
];

describe('a shop pushes', () => {
  it.each(ODD)('%s', async (_case, act, name, params) => {
    await open();
    act();
    push({ event: 'view_cart', ecommerce: { items: [GOOD] } });
    await pass(3000);
    expect(refused()).toEqual([]);
    expect(named(name)[0]?.params).toEqual(params);
    expect(named('view_cart').at(-1)?.params.items).toEqual([GOOD]);
  });

  it('what the contract reads after forty fields of its own', async () => {
    await open();
    const own = Object.fromEntries(Array.from({ length: 40 }, (_, i) => ['own' + i, i]));
    push({ event: 'view_item', ...own, value: 5, currency: 'EUR', items: [GOOD] });
    await pass(2000);
    const { params } = named('view_item')[0];
    expect([params.currency, params.value, params.items, Object.keys(params).length]).toEqual(['EUR', 5, [GOOD], 32]);
  });

  it('an event that is too large: it is slimmed, and what follows is sent', async () => {
    await open();
    const own = Object.fromEntries(Array.from({ length: 31 }, (_, i) => ['own' + i, '時'.repeat(512)]));
    push({ event: 'view_item', ...own, items: [GOOD] }, { event: 'search', search_term: 'x' });
    await pass(3000);
    expect(posts.every(({ options }) => new Blob([options.body as string]).size < 32768)).toBe(true);
    expect(named('view_item')[0].params.items).toEqual([GOOD]);
    expect(names()).toContain('search');
  });
});

describe('who speaks', () => {
  it.each([
    ['a market that is a number', () => overture('context', { market: 7 }), { market: '7' }],
    ['a country that is none', () => overture('context', { country: true }), {}],
    ['a long language', () => (document.documentElement.lang = 'x' + '-long'.repeat(120)), { language: navigator.language }],
    ['fr_FR', () => (document.documentElement.lang = 'fr_FR'), { language: 'fr-FR' }],
    ['zh_TW', () => (document.documentElement.lang = 'zh_TW'), { language: 'zh-TW' }],
    ['ja_JP.UTF-8', () => (document.documentElement.lang = 'ja_JP.UTF-8'), { language: 'ja-JP' }],
    ['a language in words', () => (document.documentElement.lang = 'français'), { language: navigator.language }],
  ])('%s', async (_case, act, context) => {
    await open();
    act();
    overture('track', 'note', {});
    await pass(2000);
    expect(refused()).toEqual([]);
    expect(posts.at(-1)!.body.context).toMatchObject(context);
  });

  it.each(['x', 'a.b.' + 'c'.repeat(5000), { token: 'x' }, 'a.b.\ud83d'])('with a token that is none: %s', async (token) => {
    await open();
    overture('client', token);
    await pass(2000);
    expect([refused(), posts[0]!.body.client]).toEqual([[], undefined]);
  });

  it('by a clock of fractions', async () => {
    const { now } = Date;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 0.25);
    await open();
    await pass(12000);
    expect(refused()).toEqual([]);
    expect(Number.isInteger(posts[0]!.body.sentAt)).toBe(true);
  });

  it.each([
    ['/account/jane.doe@example.com/orders', '/account//orders'],
    ['/account/jane.doe%40example.com/orders', '/account//orders'],
    ['/' + '%E6%99%82'.repeat(70), ('/' + '%E6%99%82'.repeat(70)).slice(0, 512)],
    ['/rings/Ring@54', '/rings/Ring@54'],
  ])('at %s', async (path, sent) => {
    await open({ consent: 'granted' }, path);
    await pass(12000);
    expect(named('page_view')[0].params.page_location).toBe(sent);
    expect(JSON.stringify(events())).not.toMatch(/example\.com/);
  });

  it.each([
    ['https://maison.com.cn/x?y', 'https://maison.com.cn/x'],
    ['https://maison.com/', undefined],
  ])('coming from %s', async (referrer, sent) => {
    vi.stubGlobal('location', { origin: 'https://maison.com', search: '', pathname: '/', href: 'https://maison.com/' });
    vi.spyOn(document, 'referrer', 'get').mockReturnValue(referrer);
    await open();
    await pass(2000);
    expect(posts[0]!.body.context.referrer).toBe(sent);
  });
});
